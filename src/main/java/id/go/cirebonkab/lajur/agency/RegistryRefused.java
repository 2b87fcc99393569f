package id.go.cirebonkab.lajur.agency;

import java.util.List;

/** A change of the registry that something else forbids for now; HTTP 409. */
class RegistryRefused extends RuntimeException {

    private final String messageKey;
    private final transient List<Long> openCases;

    /** @param openCases the cases that stand in the way, by tracking id */
    RegistryRefused(String messageKey, List<Long> openCases) {
        super(messageKey);
        this.messageKey = messageKey;
        this.openCases = List.copyOf(openCases);
    }

    String messageKey() {
        return messageKey;
    }

    List<Long> openCases() {
        return openCases;
    }
}
