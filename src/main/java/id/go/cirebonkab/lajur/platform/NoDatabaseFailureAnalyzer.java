package id.go.cirebonkab.lajur.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at start what to set when no database has been chosen. */
class NoDatabaseFailureAnalyzer extends AbstractFailureAnalyzer<NoDatabaseException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, NoDatabaseException cause) {
        return new FailureAnalysis("Lajur does not know which database to use.", NoDatabaseException.ACTION, cause);
    }
}
