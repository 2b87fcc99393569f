package id.go.cirebonkab.lajur.shared;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;

/** The words of every page, from the files of all rooms. */
@Configuration(proxyBeanMethods = false)
class MessagesConfiguration {

    /** One table for all rooms. Spring Boot's own source asks each room's bundle in turn, for every word of a page. */
    @Bean
    static MessageSource messageSource(@Value("${spring.messages.basename}") String[] basenames) {
        var messages = new ReloadableResourceBundleMessageSource();
        messages.setBasenames(
                Arrays.stream(basenames).map(name -> "classpath:" + name).toArray(String[]::new));
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
