package id.go.cirebonkab.lajur.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A browser with a cookie jar of its own. It follows no redirect, so that each one is seen. */
class Browser {

    static final String SESSION = "LAJUR";

    private static final String BOUNDARY = "------------------------lajur";
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    final URI base;
    private final Map<String, String> cookies = new ConcurrentSkipListMap<>();
    private volatile @Nullable String csrf;

    Browser(URI base) {
        this.base = base;
    }

    Page get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    Page head(String path) {
        return send(request(path).method("HEAD", BodyPublishers.noBody()));
    }

    /** Sends a form with a valid CSRF token. {@code fields}: name, value, name, value … */
    Page post(String path, String... fields) {
        return postWithout(path, with(fields, "_csrf", csrf()));
    }

    /** Sends a form with what is named and nothing else. */
    Page postWithout(String path, String... fields) {
        return send(request(path, "Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields))));
    }

    /** Sends a form with one file. */
    Page upload(String path, String fileName, byte[] content, String... fields) {
        var body = multipart(fileName, content, with(fields, "_csrf", csrf()));
        return upload(path, BodyPublishers.ofByteArray(body));
    }

    /** The same without saying its length before. */
    Page uploadInChunks(String path, String fileName, byte[] content, String... fields) {
        var body = multipart(fileName, content, with(fields, "_csrf", csrf()));
        return upload(path, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
    }

    private Page upload(String path, BodyPublisher body) {
        return send(request(path, "Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(body));
    }

    Page post(String path, byte[] body, String... headers) {
        return send(request(path, headers).POST(BodyPublishers.ofByteArray(body)));
    }

    /** Signs in, whatever comes of it. */
    Page triesToSignIn(String username, String password) {
        var answer = post("/masuk", "username", username, "password", password);
        csrf = null;
        return answer;
    }

    void signsOut() {
        assertThat(post("/keluar").is(302).location()).isEqualTo("/masuk?keluar");
        csrf = null;
    }

    boolean has(String cookie) {
        return cookies.containsKey(cookie);
    }

    void forgets(String cookie) {
        cookies.remove(cookie);
    }

    /** The cookies as they are, for a second browser that holds the same ones. */
    Map<String, String> jar() {
        return new TreeMap<>(cookies);
    }

    void takes(Map<String, String> jar) {
        cookies.putAll(jar);
    }

    /** The token of the forms, as it stands in one of them. */
    String csrf() {
        var known = csrf;
        if (known == null) {
            // The one has a form for who is signed in, the other for everybody; both make no session.
            known = tokenOn("/transparansi");
            known = known.isEmpty() ? tokenOn("/masuk") : known;
            csrf = known;
        }
        return known;
    }

    private String tokenOn(String path) {
        return get(path).html().select("input[name=_csrf]").val();
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(90));
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    private Page send(HttpRequest.Builder request) {
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            for (var written : answer.headers().allValues("Set-Cookie")) {
                keep(HttpCookie.parse(written.replaceFirst("(?i); *SameSite=\\w+", ""))
                        .get(0));
            }
            return new Page(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(HttpCookie cookie) {
        if (cookie.getMaxAge() == 0 || cookie.getValue().isEmpty()) {
            cookies.remove(cookie.getName());
        } else {
            cookies.put(cookie.getName(), cookie.getValue());
        }
    }

    private static String[] with(String[] fields, String... more) {
        var all = new ArrayList<>(List.of(fields));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static String encoded(String... fields) {
        var form = new StringBuilder();
        for (var at = 0; at < fields.length; at += 2) {
            form.append(form.isEmpty() ? "" : "&")
                    .append(URLEncoder.encode(fields[at], StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(fields[at + 1], StandardCharsets.UTF_8));
        }
        return form.toString();
    }

    private static byte[] multipart(String fileName, byte[] content, String... fields) {
        var body = new ByteArrayOutputStream();
        for (var at = 0; at < fields.length; at += 2) {
            write(
                    body,
                    "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                            .formatted(BOUNDARY, fields[at], fields[at + 1]));
        }
        write(
                body,
                "--%s\r\nContent-Disposition: form-data; name=\"lampiran\"; filename=\"%s\"\r\n"
                                .formatted(BOUNDARY, fileName)
                        + "Content-Type: application/octet-stream\r\n\r\n");
        body.writeBytes(content);
        write(body, "\r\n--" + BOUNDARY + "--\r\n");
        return body.toByteArray();
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
