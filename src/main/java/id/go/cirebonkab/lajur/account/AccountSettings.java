package id.go.cirebonkab.lajur.account;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How accounts are guarded.
 *
 * @param bcryptStrength of new hashes, and of older ones from their owner's next sign-in on
 * @param failuresPerName failed sign-ins to one name from browsers that have never signed in to it
 * @param failuresPerAddress the same from one address (IPv6: one /64), whatever the names
 * @param failuresPerBrowser failed sign-ins from a browser that has signed in to the account before
 * @param failuresWithin the span in which they are counted
 * @param firstPause the pause after that many; it doubles with each further failure up to {@code longestPause}
 * @param knownBrowser for how long a browser that has signed in is known
 * @param invitation how long the link of an invitation works
 * @param passwordReset how long the link to set a new password works
 * @param mailsPerHour how many links to set a new password one name is sent in an hour
 * @param longestSession how long a session may last from the sign-in on, however busy it is
 */
@Validated
@ConfigurationProperties("lajur.account")
record AccountSettings(
        @DefaultValue("12") @Min(4) @Max(16) int bcryptStrength,
        @DefaultValue("5") @Min(1) @Max(1000) int failuresPerName,
        @DefaultValue("30") @Min(1) @Max(100_000) int failuresPerAddress,
        @DefaultValue("10") @Min(1) @Max(1000) int failuresPerBrowser,
        @DefaultValue("15m") @DurationMin(seconds = 1) Duration failuresWithin,
        @DefaultValue("1m") @DurationMin(seconds = 1) Duration firstPause,
        @DefaultValue("15m") @DurationMin(seconds = 1) Duration longestPause,
        @DefaultValue("180d") @DurationMin(days = 1) Duration knownBrowser,
        @DefaultValue("72h") @DurationMin(minutes = 5) Duration invitation,
        @DefaultValue("1h") @DurationMin(minutes = 5) Duration passwordReset,
        @DefaultValue("3") @Min(1) @Max(100) int mailsPerHour,
        @DefaultValue("12h") @DurationMin(minutes = 1) Duration longestSession) {}
