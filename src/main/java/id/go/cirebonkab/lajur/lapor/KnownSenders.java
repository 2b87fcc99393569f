package id.go.cirebonkab.lajur.lapor;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Whose mails are read by themselves. */
@Component
class KnownSenders {

    private final List<String> known;

    /** @throws UnusableMailbox for what is neither an address nor {@code @domain} */
    KnownSenders(MailboxSettings settings) {
        known = settings.senders().stream()
                .map(sender -> sender.toLowerCase(Locale.ROOT))
                .toList();
        known.stream()
                .filter(sender -> !sender.matches("[^@\\s]*@[^@\\s]+"))
                .findFirst()
                .ifPresent(wrong -> {
                    throw new UnusableMailbox(
                            "lajur.lapor.mailbox.senders takes addresses and @domains, separated by commas; not "
                                    + wrong);
                });
    }

    boolean isEverybody() {
        return known.isEmpty();
    }

    /** @param from the mail's own header; all whom it names must be known */
    boolean include(String from) {
        try {
            var addresses = InternetAddress.parseHeader(from, false);
            return addresses.length > 0 && List.of(addresses).stream().allMatch(this::isKnown);
        } catch (AddressException e) {
            return false;
        }
    }

    private boolean isKnown(InternetAddress address) {
        var written = String.valueOf(address.getAddress()).toLowerCase(Locale.ROOT);
        return known.contains(written) || known.contains(written.substring(Math.max(0, written.lastIndexOf('@'))));
    }
}
