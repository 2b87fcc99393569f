package id.go.cirebonkab.lajur;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Lajur, the desk between LAPOR! and the agencies of Kabupaten Cirebon. */
@SpringBootApplication
public class LajurApplication {

    public static void main(String[] args) {
        var command = CommandLine.commandIn(args);
        if (command.isPresent()) {
            System.exit(CommandLine.run(command.get(), args));
        }
        SpringApplication.run(LajurApplication.class, args);
    }
}
