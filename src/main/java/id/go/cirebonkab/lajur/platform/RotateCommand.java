package id.go.cirebonkab.lajur.platform;

import id.go.cirebonkab.lajur.audit.AuditLog;
import id.go.cirebonkab.lajur.audit.Deed;
import id.go.cirebonkab.lajur.audit.Entry;
import id.go.cirebonkab.lajur.shared.Actor;
import java.io.PrintStream;
import org.springframework.stereotype.Component;

/** Wraps all keys of personal data by the key that stands first in lajur.privacy.key. May be stopped and begun again. */
@Component
public class RotateCommand {

    private final Vault vault;
    private final AuditLog log;

    RotateCommand(Vault vault, AuditLog log) {
        this.vault = vault;
        this.log = log;
    }

    /** Returns whether all of them are. */
    public boolean run(PrintStream out) {
        var all = 0L;
        for (var some = vault.rewrapSome(); some > 0; some = vault.rewrapSome()) {
            all += some;
        }
        if (all > 0) {
            log.write(Entry.of(Actor.system("platform"), Deed.KEYS_ROTATED, "key", vault.current(), all + " kunci"));
        }
        out.println("Kunci data pribadi yang dibungkus ulang: " + all
                + ". Kunci lama boleh dihapus dari lajur.privacy.key.");
        return true;
    }
}
