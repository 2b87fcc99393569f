package id.go.cirebonkab.lajur.simulator;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The ports of the demonstration's mail server; 0 takes a free one.
 *
 * @param smtpPort where mail is taken
 * @param imapPort where the notification mailbox is read
 */
@ConfigurationProperties("lajur.simulator.mail")
record MailServerSettings(
        @DefaultValue("0") int smtpPort, @DefaultValue("0") int imapPort) {}
