package id.go.cirebonkab.lajur.account;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param secondFactor who must have a second factor */
@ConfigurationProperties("lajur.account")
record SecondFactorSettings(@DefaultValue("ADMINS") Wanted secondFactor) {

    /** Who must have one. Whoever has one is asked for it, whatever the setting. */
    enum Wanted {
        OFF,
        /** Those of the desk and of the system. */
        ADMINS,
        ALL
    }
}
