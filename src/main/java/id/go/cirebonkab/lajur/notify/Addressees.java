package id.go.cirebonkab.lajur.notify;

import id.go.cirebonkab.lajur.shared.Actor;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom to tell. Never the person who did it. */
@Repository
class Addressees {

    private final JdbcClient jdbc;

    Addressees(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An officer of an agency, or, without one, somebody of the desk. */
    record Addressee(
            @Nullable String agencyCode,
            @Nullable Long officerId,
            @Nullable Long accountId,
            String name,
            @Nullable String address) {}

    /** Who may act for these agencies on that day (WIB), by surat tugas or for somebody on leave, and was not shut out since. */
    List<Addressee> officersOf(Collection<String> agencies, LocalDate day, Actor by) {
        return jdbc.sql("""
                        select distinct l.agency_code, o.id as officer_id, null::bigint as account_id, o.name,
                               nullif(btrim(o.email), '') as address
                        from mandate l join officer o on o.id = l.officer_id
                        where l.agency_code = any(:agencies) and :day between l.valid_from and l.valid_until
                        and (exists (select from account a where a.officer_id = o.id and a.active)
                             or not exists (select from account a where a.officer_id = o.id))
                        and not exists (select from account a where a.officer_id = o.id and a.id = :by)
                        order by o.id""")
                .param("agencies", agencies.toArray(String[]::new))
                .param("day", day)
                .param("by", by.id())
                .query(Addressee.class)
                .list();
    }

    /** The district admins who gave an address. */
    List<Addressee> desk(Actor by) {
        return jdbc.sql("""
                        select null as agency_code, null::bigint as officer_id, id as account_id, display_name as name,
                               email as address
                        from account where role = 'DISTRICT_ADMIN' and active and email is not null
                        and id is distinct from cast(:by as bigint) order by id""").param("by", by.id()).query(Addressee.class).list();
    }
}
