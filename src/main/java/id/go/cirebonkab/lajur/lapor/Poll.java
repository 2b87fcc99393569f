package id.go.cirebonkab.lajur.lapor;

import id.go.cirebonkab.lajur.intake.Inbox;
import id.go.cirebonkab.lajur.intake.Source;
import id.go.cirebonkab.lajur.relay.PortalUnavailable;
import id.go.cirebonkab.lajur.shared.DomainClock;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Asks the portal's list for reports that are new or have changed, for the case that a mail or a gateway's post was lost.
 * Each is kept as the JSON that stands in the list, unless the list said the very same before, and then read.
 */
@Component
@ConditionalOnProperty("lajur.lapor.api.poll")
class Poll implements Source {

    private static final Logger log = LoggerFactory.getLogger(Poll.class);

    /** More in one look would be a list that goes round in circles. */
    private static final int MOST_PAGES = 1_000;

    private final ApiSettings settings;
    private final PortalAddress address;
    private final HttpPortal portal;
    private final PollCursor cursor;
    private final Inbox inbox;
    private final TransactionTemplate transaction;
    private final Clock systemClock;
    private final DomainClock domainClock;
    private final Health health;

    Poll(
            ApiSettings settings,
            PortalAddress address,
            HttpPortal portal,
            PollCursor cursor,
            Inbox inbox,
            TransactionTemplate transaction,
            Clock systemClock,
            DomainClock domainClock) {
        this.settings = settings;
        this.address = address;
        this.portal = portal;
        this.cursor = cursor;
        this.inbox = inbox;
        this.transaction = transaction;
        this.systemClock = systemClock;
        this.domainClock = domainClock;
        this.health = new Health(systemClock);
    }

    @Scheduled(fixedDelayString = "${lajur.lapor.api.poll}")
    void look() {
        var now = systemClock.instant();
        if (address.baseUrl().isEmpty() || !cursor.take(settings.institutionId(), now, now.plus(turn()))) {
            return;
        }
        var what = "The portal's list";
        try {
            fetch();
            health.reached(what);
        } catch (PortalUnavailable e) {
            health.failed(what, "relay.failure." + e.failure(), String.valueOf(e.status()));
        } catch (RuntimeException e) {
            log.error("{} was not read to its end; nothing is lost.", what, e);
            health.failed(what, "lapor.poll.BROKEN", e.getClass().getSimpleName());
        }
    }

    /** Half of the pause: another node does not ask in between, and this one is not kept from its next turn. */
    private Duration turn() {
        return settings.poll() == null ? Duration.ZERO : settings.poll().dividedBy(2);
    }

    private void fetch() throws PortalUnavailable {
        var after = cursor.updatedAfter(settings.institutionId())
                .map(read -> read.minus(settings.pollOverlap()))
                .orElseGet(() -> domainClock.now().minus(settings.pollBack()));
        Optional<Instant> firstPageReaches = Optional.empty();
        for (int page = 1, asked = 0; asked < MOST_PAGES; asked++) {
            var shown = portal.list(after, page);
            shown.reports().forEach(this::take);
            if (page == 1) {
                firstPageReaches = newest(shown.reports());
            }
            if (shown.next().isEmpty() || shown.next().get() <= page) {
                break;
            }
            page = shown.next().get();
        }
        // Not what later pages say: a report that changes meanwhile moves, and the one behind it would be skipped.
        firstPageReaches.ifPresent(reached -> cursor.moveTo(settings.institutionId(), reached));
    }

    private void take(JsonNode report) {
        var body = report.toString().getBytes(StandardCharsets.UTF_8);
        Optional.ofNullable(transaction.execute(status -> inbox.keep(Inbox.Channel.POLL, target -> target.write(body))))
                .flatMap(kept -> kept)
                .ifPresent(inbox::read);
    }

    /** A time that is still to come says nothing of how far the list goes. */
    private Optional<Instant> newest(List<JsonNode> reports) {
        var now = domainClock.now();
        return reports.stream()
                .flatMap(report -> changed(report).stream())
                .filter(time -> !time.isAfter(now))
                .max(Comparator.naturalOrder());
    }

    private Optional<Instant> changed(JsonNode report) {
        for (var field : settings.listing().updatedAt()) {
            try {
                var form = DateTimeFormatter.ofPattern(settings.listing().time(), Locale.ROOT);
                var written =
                        LocalDateTime.parse(PortalAnswer.text(report, field).strip(), form);
                return Optional.of(written.atZone(DomainClock.WIB).toInstant());
            } catch (DateTimeParseException e) {
                // Then the next field.
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Standing> standing() {
        if (!address.isKnown()) {
            return Optional.empty();
        }
        var state = health.state();
        return Optional.of(new Standing(
                Kind.POLL, state == null ? null : state.since(), state == null ? null : state.failure(), 0));
    }
}
