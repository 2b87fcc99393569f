package id.go.cirebonkab.lajur.account;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.Role;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MenuTest {

    private final Actor admin = new Actor(1L, "Admin", Role.DISTRICT_ADMIN, Set.of());

    @Test
    void aStrangerHasNoMenu() {
        assertThat(Menu.of(null, "/transparansi")).isEmpty();
    }

    @Test
    void theEntryOfTheShownPageIsMarked() {
        assertThat(currentOn("/pengaduan")).containsExactly("queue");
    }

    @Test
    void aPageBelowAnEntryMarksIt() {
        assertThat(currentOn("/pengaduan/1916449")).containsExactly("queue");
    }

    @Test
    void theNearestEntryIsMarkedAndNoOther() {
        assertThat(currentOn("/pengaduan/baru")).containsExactly("new");
    }

    @Test
    void aPageBesideTheMenuMarksNothing() {
        assertThat(currentOn("/transparansi")).isEmpty();
        assertThat(currentOn("/pengaduan-lain")).isEmpty();
    }

    private Iterable<String> currentOn(String shown) {
        return Menu.of(admin, shown).stream()
                .filter(Menu.Entry::isCurrent)
                .map(Menu.Entry::key)
                .toList();
    }
}
