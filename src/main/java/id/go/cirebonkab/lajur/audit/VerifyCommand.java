package id.go.cirebonkab.lajur.audit;

import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Verifies the log for who sits at the server, in Indonesian. */
@Component
public class VerifyCommand {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    private final Verification verification;
    private final MessageSource messages;

    VerifyCommand(Verification verification, MessageSource messages) {
        this.verification = verification;
        this.messages = messages;
    }

    /**
     * @param noted the hash of a seal, as somebody wrote it down
     * @return whether the log is whole
     */
    public boolean run(@Nullable String noted, PrintStream out) {
        var verdict = verification.verify(noted);
        if (verdict.isWhole()) {
            out.println(words("audit.verdict.whole", verdict.seals(), verdict.entries()));
        } else {
            out.println(words("audit.verdict.broken", verdict.count()));
        }
        if (verdict.firstBadSeal() != null) {
            out.println(words("audit.verdict.first", String.valueOf(verdict.firstBadSeal())));
        }
        verdict.findings()
                .forEach(finding -> out.println("- " + words("audit.fault." + finding.fault(), finding.arguments())));
        if (verdict.count() > verdict.findings().size()) {
            out.println(words("audit.verdict.more", verdict.findings().size()));
        }
        if (verdict.newest() != null) {
            out.println(words("audit.seal.newest") + ": " + verdict.newest().id());
            out.println(words("audit.seal.hash") + ": " + verdict.newest().hex());
        }
        return verdict.isWhole();
    }

    private String words(String key, Object... arguments) {
        return messages.getMessage(key, arguments, INDONESIAN);
    }
}
