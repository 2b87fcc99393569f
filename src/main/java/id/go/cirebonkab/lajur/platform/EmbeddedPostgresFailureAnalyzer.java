package id.go.cirebonkab.lajur.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows at start why the embedded database does not work, in a sentence instead of a stack trace. */
class EmbeddedPostgresFailureAnalyzer extends AbstractFailureAnalyzer<EmbeddedPostgresException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, EmbeddedPostgresException cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
