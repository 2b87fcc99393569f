package id.go.cirebonkab.lajur.sla;

import org.springframework.context.ApplicationContext;

/** Lets a test of another room run what runs by itself every second. */
public final class ClockHand {

    private ClockHand() {}

    /** Flags what is late or nearly so by the domain clock of that context. */
    public static void flag(ApplicationContext context) {
        context.getBean(ClockJob.class).flag();
    }
}
