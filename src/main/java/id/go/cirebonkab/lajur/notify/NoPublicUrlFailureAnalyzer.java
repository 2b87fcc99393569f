package id.go.cirebonkab.lajur.notify;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at start what to set when mails would have no links. */
class NoPublicUrlFailureAnalyzer extends AbstractFailureAnalyzer<NoPublicUrlException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, NoPublicUrlException cause) {
        return new FailureAnalysis(cause.getMessage(), NoPublicUrlException.ACTION, cause);
    }
}
