package id.go.cirebonkab.lajur.simulator;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param token what the imitated API asks for
 * @param lambat how long the slow portal takes to answer what was posted
 */
@ConfigurationProperties("lajur.simulasi")
record SimulatorSettings(
        @DefaultValue("coba") String token,
        @DefaultValue("30s") Duration lambat) {}
