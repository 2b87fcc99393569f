package id.go.cirebonkab.lajur.lapor;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at start what is wrong with the mailbox's settings. */
class UnusableMailboxFailureAnalyzer extends AbstractFailureAnalyzer<UnusableMailbox> {

    @Override
    protected FailureAnalysis analyze(Throwable root, UnusableMailbox cause) {
        return new FailureAnalysis(
                "The mailbox for notifications can't be used.", String.valueOf(cause.getMessage()), cause);
    }
}
