package id.go.cirebonkab.lajur;

import id.go.cirebonkab.lajur.audit.VerifyCommand;
import id.go.cirebonkab.lajur.complaint.MaskAnewCommand;
import id.go.cirebonkab.lajur.platform.Files;
import id.go.cirebonkab.lajur.platform.RotateCommand;
import id.go.cirebonkab.lajur.shared.Times;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;

/**
 * What the jar does instead of serving, asked by {@code --lajur.command=…}: the database, and as little else as possible.
 * Everything is lazy, so no job and no page comes to life.
 *
 * <p>No {@code @Configuration}, so that the application itself does not find it.
 */
@ComponentScan(basePackageClasses = {VerifyCommand.class, Files.class, MaskAnewCommand.class, Times.class})
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class
})
class CommandLine {

    private static final String OPTION = "--lajur.command=";
    private static final String VERIFY = "verify-audit";
    private static final String ROTATE = "rotate-keys";
    private static final String MASK = "mask-anew";
    private static final List<String> COMMANDS = List.of(VERIFY, ROTATE, MASK);

    /** All is well; the log is not; it could not be said. */
    private static final int WELL = 0;

    private static final int NOT_WELL = 1;
    private static final int FAILED = 2;

    private CommandLine() {}

    static Optional<String> commandIn(String... args) {
        return Arrays.stream(args)
                .filter(arg -> arg.startsWith(OPTION))
                .map(arg -> arg.substring(OPTION.length()))
                .findFirst();
    }

    /** Returns the exit code. */
    static int run(String command, String... args) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (!COMMANDS.contains(command)) {
            out.println("Perintah tidak dikenal: " + command + ". Yang ada: " + String.join(", ", COMMANDS));
            return FAILED;
        }
        var application = new SpringApplicationBuilder(CommandLine.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .properties("spring.main.banner-mode=off", "logging.level.root=warn");
        try (var context = application.run(args)) {
            var noted = context.getEnvironment().getProperty("lajur.audit.noted");
            var well = switch (command) {
                case ROTATE -> context.getBean(RotateCommand.class).run(out);
                case MASK -> context.getBean(MaskAnewCommand.class).run(out);
                default -> context.getBean(VerifyCommand.class).run(noted, out);
            };
            return well ? WELL : NOT_WELL;
        } catch (RuntimeException said) {
            out.println("Tidak dapat dijalankan: " + said.getMessage());
            return FAILED;
        }
    }
}
