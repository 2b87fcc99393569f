package id.go.cirebonkab.lajur.lapor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer of the portal, read. */
class PortalAnswer {

    /** As much as is ever logged or kept of what the portal said, in characters. */
    private static final int SHORT = 300;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ApiSettings.Answers names;
    private final JsonNode root;

    private PortalAnswer(ApiSettings.Answers names, JsonNode root) {
        this.names = names;
        this.root = root;
    }

    /** Empty when it is cut off or no JSON object. */
    static Optional<PortalAnswer> read(PortalClient.Said said, ApiSettings.Answers names) {
        if (!said.whole()) {
            return Optional.empty();
        }
        try {
            var root = JSON.readTree(said.body());
            return root != null && root.isObject() ? Optional.of(new PortalAnswer(names, root)) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Whether it says no, although its status said yes. */
    boolean saysNo() {
        return names.success().stream().map(root::path).anyMatch(field -> field.isBoolean() && !field.booleanValue());
    }

    /** The id that the portal gave, if there is one where ids use to be. */
    Optional<String> id() {
        return List.of(data(), root.path(names.results()), root).stream()
                .map(node -> text(node, names.id()))
                .filter(id -> !id.isBlank())
                .findFirst();
    }

    /** The entries of a list; empty when there is no list in the answer. */
    Optional<List<JsonNode>> entries() {
        if (!data().isArray()) {
            return Optional.empty();
        }
        var entries = new ArrayList<JsonNode>();
        data().forEach(entries::add);
        return Optional.of(entries);
    }

    JsonNode data() {
        return root.path(names.results()).path(names.data());
    }

    /** The page after this one of a list, if the portal names one. */
    Optional<Integer> nextPage(String field) {
        var next = root.path(names.results()).path(field);
        return next.isMissingNode() || next.isNull() || next.asString("").isBlank()
                ? Optional.empty()
                : Optional.of(next.asInt(0));
    }

    static String text(JsonNode node, String field) {
        var value = node.path(field);
        return value.isValueNode() && !value.isNull() ? value.asString() : "";
    }

    /** One short line of what was said, harmless in a log. */
    static String shortened(String said) {
        var line = said.length() > 4 * SHORT ? said.substring(0, 4 * SHORT) : said;
        line = line.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
        return line.length() > SHORT ? line.substring(0, SHORT) : line;
    }
}
