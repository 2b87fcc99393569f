package id.go.cirebonkab.lajur.support;

import id.go.cirebonkab.lajur.complaint.TrackingId;
import id.go.cirebonkab.lajur.complaint.Transition;
import id.go.cirebonkab.lajur.complaint.Verb;
import id.go.cirebonkab.lajur.sla.ClockEvent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Listens in the transaction of each transition, after everybody else: remembers, and does there what it is told. */
public class Bystander {

    private final List<Transition> transitions = new CopyOnWriteArrayList<>();
    private final List<ClockEvent> clockEvents = new CopyOnWriteArrayList<>();
    private final Map<String, Runnable> acts = new ConcurrentHashMap<>();

    /** Inside the transaction of that transition, once. */
    public void when(Verb verb, TrackingId id, Runnable act) {
        acts.put(verb + " " + id, act);
    }

    /** Undoes every such transition until {@link #calm}. */
    public void failAt(Verb verb, TrackingId id) {
        when(verb, id, () -> {
            failAt(verb, id);
            throw new IllegalStateException("the bystander fails");
        });
    }

    public void calm() {
        acts.clear();
    }

    public List<Verb> verbsOf(TrackingId id) {
        return transitions.stream()
                .filter(move -> move.trackingId().equals(id))
                .map(Transition::verb)
                .toList();
    }

    public List<ClockEvent> clockEventsOf(TrackingId id) {
        return clockEvents.stream()
                .filter(event -> event.trackingId().equals(id))
                .toList();
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void on(Transition move) {
        transitions.add(move);
        var act = acts.remove(move.verb() + " " + move.trackingId());
        if (act != null) {
            act.run();
        }
    }

    @EventListener
    void on(ClockEvent event) {
        clockEvents.add(event);
    }
}
