package id.go.cirebonkab.lajur.notify;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.templatemode.TemplateMode;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NotifySettings.class)
class NotifyConfiguration {

    /** A thread for the mails alone: a slow mail server keeps neither jobs nor pages waiting. */
    @Bean(defaultCandidate = false)
    SimpleAsyncTaskExecutor mailmen() {
        var threads = new SimpleAsyncTaskExecutor("mail-");
        threads.setTaskTerminationTimeout(Duration.ofSeconds(10).toMillis());
        return threads;
    }

    /** Mails have a twin in plain text, which is no HTML. */
    @Bean
    SpringResourceTemplateResolver textTemplates() {
        var resolver = new SpringResourceTemplateResolver();
        resolver.setPrefix("classpath:/templates/");
        resolver.setResolvablePatterns(Set.of("*.txt"));
        resolver.setTemplateMode(TemplateMode.TEXT);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setOrder(1);
        return resolver;
    }
}
