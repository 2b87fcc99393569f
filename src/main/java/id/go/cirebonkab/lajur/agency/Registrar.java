package id.go.cirebonkab.lajur.agency;

import static id.go.cirebonkab.lajur.agency.Registry.Kind.AGENCY;

import id.go.cirebonkab.lajur.agency.Agencies.Recorded;
import id.go.cirebonkab.lajur.agency.Registry.What;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.DomainClock;
import id.go.cirebonkab.lajur.shared.InvalidInput;
import id.go.cirebonkab.lajur.shared.NotVisible;
import id.go.cirebonkab.lajur.shared.Times;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens to agencies over time: they are registered, edited, renamed, merged, closed and opened again.
 *
 * <p>The {@code shown} version of a form is optional. Each method throws {@link NotVisible} where there is no such agency,
 * {@link Outdated} where somebody was faster, {@link RegistryRefused} where something stands in the way, and
 * {@link InvalidInput} where what was typed can't be taken.
 */
@Service
@Transactional
class Registrar {

    private final Agencies agencies;
    private final Registry registry;
    private final OpenCases openCases;
    private final DomainClock clock;
    private final JdbcClient jdbc;

    Registrar(Agencies agencies, Registry registry, OpenCases openCases, DomainClock clock, JdbcClient jdbc) {
        this.agencies = agencies;
        this.registry = registry;
        this.openCases = openCases;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    public void register(Profile profile, Actor by) {
        registry.turn();
        if (agencies.find(profile.code()).isPresent()) {
            throw new InvalidInput("kode", "agency.invalid.code.taken", profile.code());
        }
        requireParent(profile);
        jdbc.sql("insert into agency (code, name, kind) values (?, ?, ?)")
                .params(profile.code(), profile.name(), profile.kind().name())
                .update();
        write(profile);
        registry.changed(AGENCY, profile.code(), What.REGISTERED, Change.between(Map.of(), profile.fields()), by);
    }

    /** @param correction the name was written wrongly and never was the agency's: it is not kept as a former one */
    public void change(Profile profile, boolean correction, @Nullable Long shown, Actor by) {
        var before = turnAt(profile.code(), shown);
        var changes = Change.between(before.profile().fields(), profile.fields());
        if (changes.isEmpty()) {
            return;
        }
        requireParent(profile);
        var renamed = !correction && !before.profile().name().equals(profile.name());
        if (renamed) {
            jdbc.sql("insert into former_name (agency_code, name, alias, ended_at) values (?, ?, ?, ?)")
                    .params(
                            profile.code(),
                            before.profile().name(),
                            before.profile().alias(),
                            Times.offset(clock.now()))
                    .update();
        }
        write(profile);
        registry.changed(AGENCY, profile.code(), renamed ? What.RENAMED : What.CHANGED, changes, by);
    }

    /** Another agency takes over: people who look for this one find the other by its name. */
    public void merge(String code, @Nullable String into, @Nullable Long shown, Actor by) {
        var before = turnAt(code, shown);
        var heir = agencies.requireActive(into, "tujuan");
        if (heir.equals(code)) {
            throw new InvalidInput("tujuan", "agency.invalid.merge.itself");
        }
        mayEnd(before);
        jdbc.sql("update agency set active = false, merged_into = ?, version = version + 1 where code = ?")
                .params(heir, code)
                .update();
        registry.changed(AGENCY, code, What.MERGED, List.of(new Change("tujuan", null, heir)), by);
        registry.changed(AGENCY, heir, What.MERGED, List.of(new Change("asal", null, code)), by);
    }

    /** Nothing is forwarded to it any more. */
    public void close(String code, @Nullable Long shown, Actor by) {
        var before = turnAt(code, shown);
        mayEnd(before);
        jdbc.sql("update agency set active = false, version = version + 1 where code = ?")
                .params(code)
                .update();
        registry.changed(AGENCY, code, What.CLOSED, List.of(), by);
    }

    public void reopen(String code, @Nullable Long shown, Actor by) {
        var before = turnAt(code, shown);
        if (before.active()) {
            return;
        }
        jdbc.sql("update agency set active = true, merged_into = null, version = version + 1 where code = ?")
                .params(code)
                .update();
        registry.changed(AGENCY, code, What.REOPENED, List.of(), by);
    }

    /** Whoever forwards at this moment holds the agency's row; so it is asked of its cases only with the row in hand. */
    private Recorded turnAt(String code, @Nullable Long shown) {
        registry.turn();
        jdbc.sql("select from agency where code = ? for update")
                .params(code)
                .query()
                .listOfRows();
        var before = agencies.recorded(code).orElseThrow(() -> new NotVisible("agency " + code));
        if (shown != null && shown != before.version()) {
            throw new Outdated();
        }
        return before;
    }

    private void mayEnd(Recorded agency) {
        var code = agency.profile().code();
        if (!agency.active()) {
            throw new RegistryRefused("agency.refused.closed", List.of());
        }
        if (code.equals(Agency.INSPEKTORAT) || code.equals(Agency.SEKRETARIAT_DAERAH)) {
            throw new RegistryRefused("agency.refused.pengawasan", List.of());
        }
        var cases = openCases.of(code);
        if (!cases.isEmpty()) {
            throw new RegistryRefused("agency.refused.cases", cases);
        }
        if (!agencies.below(code).stream().filter(Agency::active).toList().isEmpty()) {
            throw new RegistryRefused("agency.refused.below", List.of());
        }
    }

    /** Above an agency is an active one, and never itself. */
    private void requireParent(Profile profile) {
        if (profile.parent() == null) {
            return;
        }
        var parents = agencies.parents();
        var seen = new HashSet<String>();
        for (var code = profile.parent(); code != null && seen.add(code); code = parents.get(code)) {
            if (code.equals(profile.code())) {
                throw new InvalidInput("induk", "agency.invalid.parent.itself");
            }
        }
        var isNew = !Objects.equals(parents.get(profile.code()), profile.parent());
        if (isNew) {
            agencies.requireActive(profile.parent(), "induk");
        }
    }

    private void write(Profile profile) {
        jdbc.sql("""
                        update agency set name = :name, kind = :kind, alias = :alias, parent_code = :parent,
                            region_code = :region, phone = :phone, email = :email, whatsapp = :whatsapp, address = :address,
                            head_name = :head, head_position = :position, head_nip = :nip, to_confirm = :confirm,
                            version = version + 1
                        where code = :code""")
                .param("code", profile.code())
                .param("name", profile.name())
                .param("kind", profile.kind().name())
                .param("alias", profile.alias())
                .param("parent", profile.parent())
                .param("region", profile.regionCode())
                .param("phone", profile.phone())
                .param("email", profile.email())
                .param("whatsapp", profile.whatsapp())
                .param("address", profile.address())
                .param("head", profile.headName())
                .param("position", profile.headPosition())
                .param("nip", profile.headNip())
                .param("confirm", profile.toConfirm())
                .update();
        jdbc.sql("delete from agency_alias where agency_code = ?")
                .params(profile.code())
                .update();
        for (var alias : profile.aliases()) {
            jdbc.sql("insert into agency_alias (agency_code, alias) values (?, ?)")
                    .params(profile.code(), alias)
                    .update();
        }
    }
}
