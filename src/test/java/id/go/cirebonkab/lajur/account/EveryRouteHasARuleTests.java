package id.go.cirebonkab.lajur.account;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.cirebonkab.lajur.support.OwnDatabase;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The application as it stands in an office, without the demonstration: no route without a rule, and no imitation. */
@OwnDatabase
@SpringBootTest
class EveryRouteHasARuleTests {

    /** Have rules of their own, in {@link SecurityConfiguration}. */
    private static final List<String> ELSEWHERE = List.of("POST /api/lapor/notifications", "GET /error", "POST /error");

    /** Taken by filters, not by controllers. */
    private static final List<String> BY_FILTERS = List.of(
            "POST /masuk",
            "POST /keluar",
            "POST /webauthn/authenticate/options",
            "POST /webauthn/register/options",
            "POST /webauthn/register",
            "POST /login/webauthn",
            "GET /oauth2/authorization/oidc",
            "GET /login/oauth2/code/oidc");

    @Autowired
    List<RequestMappingHandlerMapping> mappings;

    @Autowired
    ApplicationContext context;

    @Test
    void everyRouteHasARule() {
        var without = routes();
        rules().forEach(without::remove);
        ELSEWHERE.forEach(without::remove);

        assertThat(without).as("routes that the table of rights does not name").isEmpty();
    }

    @Test
    void everyRuleHasARoute() {
        var without = rules();
        routes().forEach(without::remove);
        BY_FILTERS.forEach(without::remove);

        assertThat(without).as("rules for routes that there are not").isEmpty();
    }

    @Test
    void nothingIsImitated() {
        assertThat(routes()).noneMatch(route -> route.contains("/simulasi"));
        assertThat(Stream.of(context.getBeanDefinitionNames())
                        .map(context::getType)
                        .filter(type -> type != null && type.getPackageName().endsWith(".simulator")))
                .isEmpty();
        assertThat(context.getBean(Accounts.class).all()).isEmpty();
    }

    private TreeSet<String> routes() {
        return mappings.stream()
                .filter(mapping -> !mapping.getClass().getName().contains("actuate"))
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(EveryRouteHasARuleTests::named)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> named(RequestMappingInfo route) {
        var methods = route.getMethodsCondition().getMethods();
        var names =
                methods.isEmpty() ? Stream.of("GET", "POST") : methods.stream().map(Enum::name);
        var patterns = route.getPatternValues();
        return names.flatMap(method -> patterns.stream().map(pattern -> method + " " + pattern));
    }

    private static TreeSet<String> rules() {
        return PathRights.TABLE.stream()
                .map(rule -> rule.method() + " " + rule.pattern())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void noLineOfTheTableIsWrittenTwice() {
        assertThat(rules()).hasSameSizeAs(PathRights.TABLE);
        assertThat(PathRights.TABLE)
                .allMatch(rule -> rule.open() == rule.roles().isEmpty());
        assertThat(PathRights.TABLE)
                .allMatch(rule -> List.of(HttpMethod.GET, HttpMethod.POST).contains(rule.method()));
    }
}
