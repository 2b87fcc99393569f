package id.go.cirebonkab.lajur.audit;

import id.go.cirebonkab.lajur.shared.Actor;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody did. Holds no personal data of a citizen: ids and words of the house only.
 *
 * @param accountId the account's id; {@code null} for the system itself and for who is not signed in
 * @param who the name that the account has now, or what was typed as a user name
 * @param kind of what the subject is, in lower case: {@code complaint}, {@code file}, {@code account}, {@code agency} …
 * @param subject the id of what was read or changed; {@code null} where there is no single one
 * @param detail the reason that was given, or what changed; {@code null} where there is nothing to say
 */
public record Entry(
        @Nullable Long accountId,
        String who,
        Deed deed,
        String kind,
        @Nullable String subject,
        @Nullable String detail) {

    public static Entry of(Actor actor, Deed deed, String kind, Object subject) {
        return of(actor, deed, kind, subject, null);
    }

    public static Entry of(Actor actor, Deed deed, String kind, Object subject, @Nullable String detail) {
        return new Entry(actor.id(), actor.name(), deed, kind, subject.toString(), detail);
    }
}
