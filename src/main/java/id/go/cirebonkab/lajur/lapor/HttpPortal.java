package id.go.cirebonkab.lajur.lapor;

import id.go.cirebonkab.lajur.complaint.TrackingId;
import id.go.cirebonkab.lajur.relay.Portal;
import id.go.cirebonkab.lajur.relay.PortalUnavailable;
import id.go.cirebonkab.lajur.shared.DomainClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** LAPOR! by its API, as far as that is known. */
@Component
class HttpPortal implements Portal {

    private static final Logger log = LoggerFactory.getLogger(HttpPortal.class);

    /** Of an answer to a hand-over, and of a list, in bytes. */
    private static final int LONGEST_ANSWER = 64 * 1024;

    private static final int LONGEST_LIST = 8 * 1024 * 1024;

    private final ApiSettings settings;
    private final PortalAddress address;
    private final PortalClient client;

    HttpPortal(ApiSettings settings, PortalAddress address, PortalClient client) {
        this.settings = settings;
        this.address = address;
        this.client = client;
    }

    @Override
    public boolean isAutomatic() {
        return address.isKnown();
    }

    @Override
    public Duration patience(Parcel parcel) {
        return client.patience(followUp(parcel).length());
    }

    @Override
    public Result hand(Parcel parcel) {
        Result result;
        try {
            result = result(post(parcel));
        } catch (PortalClient.NotReached e) {
            result = Result.failed(Ending.NOT_TAKEN, Failure.UNREACHABLE, null, detail(e));
        } catch (PortalClient.TimedOut e) {
            result = Result.failed(Ending.UNKNOWN, Failure.TIMED_OUT, null, detail(e));
        } catch (IOException | RuntimeException e) {
            result = Result.failed(Ending.UNKNOWN, Failure.BROKEN_ANSWER, null, detail(e));
        }
        if (result.ending() != Ending.ACCEPTED) {
            log.info(
                    "Handing {} of {} to the portal ended {}: {} {}",
                    parcel.kind(),
                    parcel.trackingId(),
                    result.ending(),
                    result.failure(),
                    result.status());
        }
        return result;
    }

    @Override
    public int count(Parcel parcel) throws PortalUnavailable {
        return switch (parcel.kind()) {
            case FOLLOW_UP -> followUpsLike(parcel);
            case NOT_OUR_AUTHORITY -> isRejected(parcel.trackingId()) ? 1 : 0;
        };
    }

    /** @param next the number of the next page, if there is one */
    record Page(List<JsonNode> reports, Optional<Integer> next) {}

    /** One page of the reports that changed since then, in the portal's order; the first page is 1. */
    Page list(Instant updatedAfter, int page) throws PortalUnavailable {
        var names = settings.listing();
        var time = DateTimeFormatter.ofPattern(names.time(), Locale.ROOT).format(updatedAfter.atZone(DomainClock.WIB));
        var query = new UrlEncodedBody()
                .field(names.institutionParameter(), settings.institutionId())
                .field(names.updatedAfterParameter(), time)
                .field(names.pageParameter(), String.valueOf(page));
        var said = get(settings.paths().list() + "?" + query);
        var answer = read(said);
        return new Page(answer.entries().orElseThrow(() -> broken(said)), answer.nextPage(names.nextPage()));
    }

    private PortalClient.Said post(Parcel parcel) throws IOException {
        return switch (parcel.kind()) {
            case FOLLOW_UP -> client.post(settings.paths().addFollowUp(), followUp(parcel), LONGEST_ANSWER);
            case NOT_OUR_AUTHORITY ->
                client.post(path(settings.paths().reject(), parcel.trackingId()), rejection(parcel), LONGEST_ANSWER);
        };
    }

    private MultipartBody followUp(Parcel parcel) {
        var names = settings.followUp();
        var to = names.institutionTo().isBlank() ? settings.institutionId() : names.institutionTo();
        var form = new MultipartBody()
                .field(names.userIdField(), settings.userId())
                .field(names.institutionFromField(), settings.institutionId())
                .field(names.institutionToField(), to)
                .field(
                        names.complaintIdField(),
                        String.valueOf(parcel.trackingId().value()))
                .field(names.infoDispositionField(), names.infoDisposition())
                .field(names.templateCodeField(), names.templateCode())
                .field(names.ratingField(), names.rating())
                .field(names.secretField(), parcel.secret() ? settings.yes() : settings.no())
                .field(names.contentField(), parcel.body());
        var position = 0;
        for (var enclosure : parcel.enclosures()) {
            form.file(names.attachment().replace("%d", String.valueOf(position++)), enclosure);
        }
        return form;
    }

    private UrlEncodedBody rejection(Parcel parcel) {
        var names = settings.reject();
        return new UrlEncodedBody()
                .field(names.requestField(), settings.no())
                .field(names.reasonField(), names.reason())
                .field(names.descriptionField(), parcel.body())
                .field(names.notAuthorityField(), settings.yes());
    }

    private Result result(PortalClient.Said said) {
        var detail = PortalAnswer.shortened(said.body());
        var status = said.status();
        if (status / 100 == 2) {
            return PortalAnswer.read(said, settings.answers())
                    .map(answer -> answer.saysNo()
                            ? Result.failed(Ending.REFUSED, Failure.REJECTED, status, detail)
                            : Result.accepted(
                                    status,
                                    answer.id().map(PortalAnswer::shortened).orElse(detail)))
                    .orElseGet(() -> Result.failed(Ending.UNKNOWN, Failure.BROKEN_ANSWER, status, detail));
        }
        var ending = switch (failure(status)) {
            case UNAVAILABLE, TOO_MANY_REQUESTS, NOT_AUTHORISED, UNREACHABLE -> Ending.NOT_TAKEN;
            case REJECTED -> Ending.REFUSED;
            case SERVER_ERROR, BROKEN_ANSWER, TIMED_OUT -> Ending.UNKNOWN;
        };
        return Result.failed(ending, failure(status), status, detail);
    }

    private int followUpsLike(Parcel parcel) throws PortalUnavailable {
        var body = normalised(parcel.body());
        var path = path(settings.paths().followUps(), parcel.trackingId());
        var said = get(path);
        var entries = read(said).entries().orElseThrow(() -> broken(said));
        return (int) entries.stream()
                .filter(entry -> !isCitizens(entry))
                .filter(entry -> normalised(
                                PortalAnswer.text(entry, settings.answers().content()))
                        .equals(body))
                .count();
    }

    private boolean isRejected(TrackingId trackingId) throws PortalUnavailable {
        var said = get(path(settings.paths().complaint(), trackingId));
        var complaint = read(said).data();
        if (!complaint.isObject()) {
            throw broken(said);
        }
        var names = settings.answers();
        var code = PortalAnswer.text(complaint, names.statusCode());
        var name = PortalAnswer.text(complaint, names.statusName());
        return names.rejected().stream().anyMatch(word -> word.equalsIgnoreCase(code) || word.equalsIgnoreCase(name));
    }

    private boolean isCitizens(JsonNode entry) {
        var from =
                PortalAnswer.text(entry, settings.answers().institutionFrom()).strip();
        return settings.answers().citizens().stream().anyMatch(from::equalsIgnoreCase);
    }

    private PortalClient.Said get(String path) throws PortalUnavailable {
        PortalClient.Said said;
        try {
            said = client.get(path, LONGEST_LIST);
        } catch (PortalClient.NotReached e) {
            throw new PortalUnavailable(Failure.UNREACHABLE, null, detail(e));
        } catch (PortalClient.TimedOut e) {
            throw new PortalUnavailable(Failure.TIMED_OUT, null, detail(e));
        } catch (IOException | RuntimeException e) {
            throw new PortalUnavailable(Failure.BROKEN_ANSWER, null, detail(e));
        }
        if (said.status() / 100 != 2) {
            throw new PortalUnavailable(failure(said.status()), said.status(), PortalAnswer.shortened(said.body()));
        }
        return said;
    }

    private PortalAnswer read(PortalClient.Said said) throws PortalUnavailable {
        return PortalAnswer.read(said, settings.answers()).orElseThrow(() -> broken(said));
    }

    private static PortalUnavailable broken(PortalClient.Said said) {
        return new PortalUnavailable(Failure.BROKEN_ANSWER, said.status(), PortalAnswer.shortened(said.body()));
    }

    /** What a status other than 2xx means. */
    private static Failure failure(int status) {
        return switch (status) {
            case 401, 403 -> Failure.NOT_AUTHORISED;
            case 429 -> Failure.TOO_MANY_REQUESTS;
            case 503 -> Failure.UNAVAILABLE;
            default ->
                switch (status / 100) {
                    case 4 -> Failure.REJECTED;
                    case 5 -> Failure.SERVER_ERROR;
                    // A redirect most likely: somebody else answers there.
                    default -> Failure.BROKEN_ANSWER;
                };
        };
    }

    private static String path(String template, TrackingId trackingId) {
        return template.replace("{id}", String.valueOf(trackingId.value()));
    }

    private static String normalised(String text) {
        return text.replaceAll("\\r\\n?", "\n").strip();
    }

    private static String detail(Exception e) {
        return PortalAnswer.shortened(String.valueOf(e.getMessage()));
    }
}
