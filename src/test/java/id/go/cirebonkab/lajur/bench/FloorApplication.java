package id.go.cirebonkab.lajur.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The least that a page of fifty rows can cost on this machine: the same server, template engine, pool and database, one
 * plain query, no security, no session, no layout.
 *
 * <p>No {@code @Configuration} and no {@code @Controller}, so that the application's own scan does not find it in tests.
 */
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    DataSourceAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class
})
final class FloorApplication {

    static final String QUERY = """
            select tracking_id, state, title, category, lead_agency, queued_at
            from complaint order by queued_at desc, tracking_id desc limit 50""";

    record Row(
            long trackingId,
            String state,
            String title,
            String category,
            String leadAgency,
            java.time.Instant queuedAt) {}

    /** Arguments as Spring Boot takes them: the port and the data source. */
    public static void main(String[] arguments) {
        var application = new SpringApplication(FloorApplication.class);
        // Not the settings of the real application, which lie on the same class path.
        System.setProperty("spring.config.name", "none");
        application.setDefaultProperties(Map.of(
                "spring.thymeleaf.prefix", "classpath:/bench/",
                "spring.main.banner-mode", "off",
                // Otherwise every link is first looked for among the static files of every jar.
                "spring.web.resources.chain.enabled", "false",
                "server.address", "127.0.0.1"));
        application.run(arguments);
    }

    /** {@code filler}: so many bytes are added, to make the page as large as another. */
    @Bean
    RouterFunction<ServerResponse> page(JdbcClient jdbc) {
        return RouterFunctions.route()
                .GET("/", request -> {
                    var filler = Integer.parseInt(request.param("filler").orElse("0"));
                    List<Row> rows = jdbc.sql(QUERY).query(Row.class).list();
                    var model = new HashMap<String, Object>();
                    model.put("rows", rows);
                    model.put("filler", "x".repeat(filler));
                    return ServerResponse.ok().render("floor", model);
                })
                .build();
    }
}
