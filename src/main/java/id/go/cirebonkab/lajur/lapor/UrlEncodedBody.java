package id.go.cirebonkab.lajur.lapor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/** A plain form. */
class UrlEncodedBody {

    private final StringJoiner fields = new StringJoiner("&");

    UrlEncodedBody field(String name, String value) {
        fields.add(encoded(name) + "=" + encoded(value));
        return this;
    }

    String contentType() {
        return "application/x-www-form-urlencoded";
    }

    @Override
    public String toString() {
        return fields.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
