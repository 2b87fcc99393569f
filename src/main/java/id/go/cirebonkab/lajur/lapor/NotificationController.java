package id.go.cirebonkab.lajur.lapor;

import id.go.cirebonkab.lajur.intake.Inbox;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes the notifications that a gateway of the kabupaten hands over, signed. */
@RestController
class NotificationController {

    static final String PATH = "/api/lapor/notifications";

    private static final Logger log = LoggerFactory.getLogger(NotificationController.class);
    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    private final WebhookSettings settings;
    private final Clock clock;
    private final Inbox inbox;
    private final MessageSource messages;
    private final BodyReader bodies;
    private final Map<String, TokenBucket> buckets;
    private final TokenBucket warnings = new TokenBucket(1);

    NotificationController(WebhookSettings settings, Clock systemClock, Inbox inbox, MessageSource messages) {
        this.settings = settings;
        this.clock = systemClock;
        this.inbox = inbox;
        this.messages = messages;
        this.bodies = new BodyReader((int) settings.maxBody().toBytes());
        this.buckets = settings.secret().stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), secret -> new TokenBucket(settings.perSecond())));
        if (!settings.isOpen()) {
            log.info("No lajur.lapor.webhook.secret is set: {} answers 404.", PATH);
        }
    }

    /** @param outcome {@code accepted}, {@code updated}, {@code duplicate} or {@code quarantined} */
    private record Taken(UUID message, String outcome) {}

    /** @param detail what is wrong and what to do */
    private record Refusal(String error, String detail) {}

    @PostMapping(PATH)
    ResponseEntity<Object> accept(HttpServletRequest request) throws IOException {
        if (!settings.isOpen()) {
            return refused(HttpStatus.NOT_FOUND, "closed");
        }
        var timestamp = request.getHeader(Signature.TIMESTAMP_HEADER);
        var written = request.getHeader(Signature.SIGNATURE_HEADER);
        var flaw = Signature.flawOf(timestamp, written, clock.instant(), settings.tolerance());
        if (flaw.isPresent()) {
            return unauthorised(flaw.get(), request);
        }
        byte[] body;
        try {
            body = bodies.read(request.getInputStream(), request.getContentLengthLong());
        } catch (BodyReader.TooLarge tooLarge) {
            return refused(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "too_large",
                    settings.maxBody().toMegabytes());
        } catch (BodyReader.TooBusy tooBusy) {
            return tooMany();
        }
        var secret = Signature.read(timestamp, written).madeWith(settings.secret(), body);
        if (secret.isEmpty()) {
            return unauthorised(Signature.Flaw.WRONG, request);
        }
        if (!buckets.get(secret.get()).take()) {
            return tooMany();
        }
        return keep(body);
    }

    private ResponseEntity<Object> keep(byte[] body) {
        Inbox.Receipt receipt;
        try {
            receipt = inbox.accept(Inbox.Channel.WEBHOOK, body);
        } catch (RuntimeException e) {
            log.error("A notification could not be kept; the gateway was told to send it again.", e);
            return refused(HttpStatus.SERVICE_UNAVAILABLE, "not_kept");
        }
        return ResponseEntity.accepted()
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Taken(receipt.message(), receipt.outcome().name().toLowerCase(Locale.ROOT)));
    }

    private ResponseEntity<Object> unauthorised(Signature.Flaw flaw, HttpServletRequest request) {
        if (warnings.take()) {
            log.warn("A notification from {} was refused: signature {}.", request.getRemoteAddr(), flaw);
        }
        return refused(
                HttpStatus.UNAUTHORIZED,
                "signature_" + flaw.name().toLowerCase(Locale.ROOT),
                settings.tolerance().toMinutes());
    }

    private ResponseEntity<Object> tooMany() {
        return refused(HttpStatus.TOO_MANY_REQUESTS, "too_many", settings.perSecond());
    }

    private ResponseEntity<Object> refused(HttpStatus status, String error, @Nullable Object... arguments) {
        var answer = ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON);
        if (status == HttpStatus.TOO_MANY_REQUESTS || status == HttpStatus.SERVICE_UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, status == HttpStatus.TOO_MANY_REQUESTS ? "1" : "30");
        }
        if (status == HttpStatus.UNAUTHORIZED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Lajur-Signature");
        }
        return answer.body(new Refusal(error, messages.getMessage("lapor.webhook." + error, arguments, INDONESIAN)));
    }
}
