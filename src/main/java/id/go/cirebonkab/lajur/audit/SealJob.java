package id.go.cirebonkab.lajur.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Seals the log, on whichever node comes first, and says once a day how far it is sealed. */
@Component
class SealJob {

    private static final Logger LOG = LoggerFactory.getLogger(SealJob.class);

    private final Seals seals;

    SealJob(Seals seals) {
        this.seals = seals;
    }

    @Scheduled(fixedDelayString = "${lajur.audit.seal-every:30s}", initialDelayString = "10s")
    void sealNew() {
        seals.sealNew();
    }

    @Scheduled(fixedDelayString = "${lajur.audit.seal-late-every:10m}", initialDelayString = "1m")
    void sealLate() {
        seals.sealLate();
    }

    /** Kept where the logs go, it shows whether the end of the chain was cut off. */
    @Scheduled(cron = "0 0 6 * * *", zone = "Asia/Jakarta")
    void sayTheNewest() {
        seals.newest()
                .ifPresent(seal ->
                        LOG.info("The newest audit seal is {} of {}: {}", seal.id(), seal.sealedAt(), seal.hex()));
    }
}
