package id.go.cirebonkab.lajur.account;

import id.go.cirebonkab.lajur.shared.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The table of rights by path, to be shown. */
public final class Rights {

    /**
     * One line of it.
     *
     * @param roles who may; everybody, signed in or not, when {@code open}
     */
    public record Line(String method, String path, Set<Role> roles, boolean open) {

        public boolean has(Role role) {
            return open || roles.contains(role);
        }
    }

    private Rights() {}

    /** By path, then by method. */
    public static List<Line> byPath() {
        return PathRights.TABLE.stream()
                .map(rule -> new Line(rule.method().name(), rule.pattern(), rule.roles(), rule.open()))
                .sorted(Comparator.comparing(Line::path).thenComparing(Line::method))
                .toList();
    }
}
