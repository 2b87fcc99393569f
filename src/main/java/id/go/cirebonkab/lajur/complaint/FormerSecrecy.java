package id.go.cirebonkab.lajur.complaint;

import id.go.cirebonkab.lajur.agency.Agency;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.Role;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A complaint that was one berkadar pengawasan and is no more: what was written and who had a part in it until then stays
 * between the desk and the bodies that handle those, also when another agency gets the case.
 */
final class FormerSecrecy {

    private FormerSecrecy() {}

    static CaseFile leaveOut(CaseFile file, Actor actor) {
        var until = mayKnow(actor) ? null : endOfSecrecy(file.history());
        if (until == null) {
            return file;
        }
        var answers = file.answers().stream()
                .filter(given -> given.answeredAt().isAfter(until))
                .toList();
        var shown = answers.stream().map(CaseFile.Given::id).collect(Collectors.toSet());
        return new CaseFile(
                file.header(),
                file.contentHidden(),
                file.parts().stream()
                        .filter(part -> part.assignedAt().isAfter(until))
                        .toList(),
                answers,
                file.followUps(),
                file.attachments().stream()
                        .filter(enclosed -> enclosed.answerId() == null || shown.contains(enclosed.answerId()))
                        .toList(),
                file.history().stream()
                        .filter(event -> event.happenedAt().isAfter(until) || event.verb() == Verb.RECEIVE)
                        .map(FormerSecrecy::withoutClass)
                        .toList(),
                file.relation(),
                file.possible(),
                file.needLetter());
    }

    private static boolean mayKnow(Actor actor) {
        return !actor.is(Role.OFFICER) || actor.actsFor(Agency.INSPEKTORAT) || actor.actsFor(Agency.SEKRETARIAT_DAERAH);
    }

    /** When the desk last gave it another class; {@code null} when it was never berkadar pengawasan. */
    private static @Nullable Instant endOfSecrecy(List<CaseFile.Event> history) {
        var wasSecret = false;
        Instant end = null;
        for (var event : history) {
            if (Classification.PENGAWASAN.name().equals(event.detail())) {
                wasSecret = true;
            } else if (wasSecret && event.verb() == Verb.CLASSIFY) {
                end = event.happenedAt();
            }
        }
        return end;
    }

    private static CaseFile.Event withoutClass(CaseFile.Event event) {
        return event.verb() != Verb.RECEIVE
                ? event
                : new CaseFile.Event(
                        event.id(),
                        event.round(),
                        event.happenedAt(),
                        event.verb(),
                        event.fromState(),
                        event.toState(),
                        event.version(),
                        event.actorName(),
                        event.actorRole(),
                        event.agencies(),
                        null,
                        event.remark());
    }
}
