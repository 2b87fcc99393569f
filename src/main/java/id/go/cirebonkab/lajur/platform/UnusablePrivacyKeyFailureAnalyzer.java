package id.go.cirebonkab.lajur.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at start how to make a key for personal data. */
class UnusablePrivacyKeyFailureAnalyzer extends AbstractFailureAnalyzer<UnusablePrivacyKeyException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, UnusablePrivacyKeyException cause) {
        return new FailureAnalysis(cause.getMessage(), UnusablePrivacyKeyException.ACTION, cause);
    }
}
