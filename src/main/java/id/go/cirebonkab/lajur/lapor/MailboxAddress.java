package id.go.cirebonkab.lajur.lapor;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Which mailbox is read. In the profile coba that is the imitated one on this machine, whatever its port. */
@Component
class MailboxAddress {

    private final @Nullable MailAccount configured;
    private final Environment environment;

    /** @throws UnusableMailbox at start rather than at the first look */
    MailboxAddress(MailboxSettings settings, Environment environment) {
        this.configured = settings.url() == null ? null : MailAccount.read(settings.url());
        this.environment = environment;
    }

    /** Empty without a mailbox, and in coba until the imitated one is there. */
    Optional<MailAccount> account() {
        if (configured != null) {
            return Optional.of(configured);
        }
        return environment.acceptsProfiles(Profiles.of("coba"))
                ? Optional.ofNullable(environment.getProperty("local.mailbox.url"))
                        .map(MailAccount::read)
                : Optional.empty();
    }
}
