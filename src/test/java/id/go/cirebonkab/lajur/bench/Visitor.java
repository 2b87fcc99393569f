package id.go.cirebonkab.lajur.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One person's browser, or a gateway: a connection of its own that is kept, cookies, and the token of the forms. */
final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static final String BOUNDARY = "----------------bench";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI base;
    private final Map<String, String> cookies = new TreeMap<>();
    private String token = "";

    Visitor(URI base) {
        this.base = base;
    }

    static Visitor signedIn(URI base, String username) throws IOException, InterruptedException {
        var visitor = new Visitor(base);
        visitor.takeTokenFrom("/masuk");
        var answer = visitor.post("/masuk", Map.of("username", username, "password", Accounts.PASSWORD));
        if (answer.statusCode() != 302
                || answer.headers().firstValue("Location").orElse("").contains("/masuk")) {
            throw new IllegalStateException(username + " could not sign in: " + answer.statusCode());
        }
        // A signed-in person's token is another one; the form for signing out has it on every page.
        visitor.takeTokenFrom("/dasbor");
        return visitor;
    }

    private void takeTokenFrom(String path) throws IOException, InterruptedException {
        var page = new String(get(path).body(), StandardCharsets.UTF_8);
        var found = TOKEN.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("no form on " + path);
        }
        token = found.group(1);
    }

    HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    HttpResponse<byte[]> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        var form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form + "&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8))));
    }

    /** A form with a field for files in which none was chosen. */
    HttpResponse<byte[]> postAsBrowsersDoWithFiles(String path, Map<String, String> fields, String files)
            throws IOException, InterruptedException {
        var body = new StringBuilder();
        var all = new TreeMap<>(fields);
        all.put("_csrf", token);
        all.forEach((name, value) -> body.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(BOUNDARY, name, value)));
        body.append(("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n\r\n--%s--\r\n")
                .formatted(BOUNDARY, files, BOUNDARY));
        return post(
                path,
                body.toString().getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "multipart/form-data; boundary=" + BOUNDARY);
    }

    HttpResponse<byte[]> post(String path, byte[] body, String... headers) throws IOException, InterruptedException {
        return send(request(path).headers(headers).POST(BodyPublishers.ofByteArray(body)));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(60));
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofByteArray());
        for (var written : answer.headers().allValues("Set-Cookie")) {
            var cookie = written.split(";", 2)[0].split("=", 2);
            cookies.put(cookie[0], cookie[1]);
        }
        return answer;
    }
}
