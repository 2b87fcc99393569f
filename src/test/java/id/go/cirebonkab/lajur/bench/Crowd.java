package id.go.cirebonkab.lajur.bench;

import id.go.cirebonkab.lajur.bench.Pages.Page;
import id.go.cirebonkab.lajur.bench.Pages.Who;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Everybody who visits: for each kind of person as many browsers as there are users, all signed in over HTTP. The
 * officers are of several agencies.
 */
final class Crowd {

    private final List<Guest> admins = new ArrayList<>();
    private final List<Guest> supervisors = new ArrayList<>();
    private final List<Guest> officers = new ArrayList<>();
    private final List<Guest> strangers = new ArrayList<>();

    private record Guest(String username, Visitor visitor) {}

    Crowd(URI base, int users) throws IOException, InterruptedException {
        for (var user = 0; user < users; user++) {
            var officer = Accounts.officerOf(agencyOf(user));
            admins.add(new Guest(Accounts.ADMIN, Visitor.signedIn(base, Accounts.ADMIN)));
            supervisors.add(new Guest(Accounts.SUPERVISOR, Visitor.signedIn(base, Accounts.SUPERVISOR)));
            officers.add(new Guest(officer, Visitor.signedIn(base, officer)));
            strangers.add(new Guest("", new Visitor(base)));
        }
    }

    private static String agencyOf(int user) {
        return Accounts.AGENCIES.get(user % Accounts.AGENCIES.size());
    }

    private List<Guest> those(Who who) {
        return switch (who) {
            case ADMIN -> admins;
            case SUPERVISOR -> supervisors;
            case OFFICER -> officers;
            case STRANGER -> strangers;
        };
    }

    /** Each opens that page again and again. */
    List<Load.Turn> opening(Page page) {
        return those(page.who()).stream()
                .map(guest -> (Load.Turn) () -> {
                    Pages.open(guest.visitor, page.path().apply(guest.username));
                    return true;
                })
                .toList();
    }

    /** The first of them opens one of these pages, the same each time. */
    Load.Turn openingOne(Page page) {
        var guest = those(page.who()).get(0);
        var path = page.path().apply(guest.username);
        return () -> Pages.open(guest.visitor, path) > 0;
    }

    int sizeOf(Page page) throws IOException, InterruptedException {
        var guest = those(page.who()).get(0);
        return Pages.open(guest.visitor, page.path().apply(guest.username));
    }

    /** One admin, one supervisor, officers for the rest: each opens any of the pages that are theirs. */
    List<Load.Turn> mixed(List<Page> pages) {
        var turns = new ArrayList<Load.Turn>();
        for (var user = 0; user < admins.size(); user++) {
            var who = user == 0 ? Who.ADMIN : user == 1 ? Who.SUPERVISOR : Who.OFFICER;
            var guest = those(who).get(user);
            var theirs = pages.stream().filter(page -> page.who() == who).toList();
            turns.add(() -> {
                var page = theirs.get(ThreadLocalRandom.current().nextInt(theirs.size()));
                Pages.open(guest.visitor, page.path().apply(guest.username));
                return true;
            });
        }
        return turns;
    }

    List<Load.Turn> handingOver(Posts posts, AtomicInteger left) {
        return strangers.stream()
                .map(guest -> posts.notification(guest.visitor, left))
                .toList();
    }

    List<Load.Turn> forwarding(Posts posts, AtomicInteger left) {
        return admins.stream().map(guest -> posts.forward(guest.visitor, left)).toList();
    }

    List<Load.Turn> answering(Posts posts, AtomicInteger left) {
        var turns = new ArrayList<Load.Turn>();
        for (var user = 0; user < officers.size(); user++) {
            turns.add(posts.answer(officers.get(user).visitor, agencyOf(user), left));
        }
        return turns;
    }
}
