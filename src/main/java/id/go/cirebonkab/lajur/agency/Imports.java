package id.go.cirebonkab.lajur.agency;

import id.go.cirebonkab.lajur.agency.Planner.Subject;
import id.go.cirebonkab.lajur.audit.AuditLog;
import id.go.cirebonkab.lajur.audit.Deed;
import id.go.cirebonkab.lajur.audit.Entry;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.InvalidInput;
import id.go.cirebonkab.lajur.shared.NotVisible;
import id.go.cirebonkab.lajur.shared.Times;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files with agencies or officers: kept for an hour, shown as what they would change, then applied as a whole or not. */
@Service
@Transactional
class Imports {

    private static final Duration KEPT = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Registry registry;
    private final Planner planner;
    private final AuditLog audit;
    private final Clock systemClock;

    Imports(JdbcClient jdbc, Registry registry, Planner planner, AuditLog audit, Clock systemClock) {
        this.jdbc = jdbc;
        this.registry = registry;
        this.planner = planner;
        this.audit = audit;
        this.systemClock = systemClock;
    }

    /** @param outdated the registry was changed since: the file has to be uploaded anew */
    record Preview(UUID id, String fileName, Plan plan, boolean outdated) {}

    private record Uploaded(long registryVersion, String fileName, String content) {}

    /** @throws InvalidInput when the file is no table of ours */
    public UUID keep(Subject subject, String fileName, byte[] file, Actor by) {
        var sheet = Sheet.read(file);
        planner.plan(subject, sheet);
        var now = systemClock.instant();
        jdbc.sql("delete from registry_import where made_at < ?")
                .params(Times.offset(now.minus(KEPT)))
                .update();
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into registry_import (id, kind, account_id, made_at, registry_version, file_name, content)
                        values (:id, :kind, :account, :at, :version, :name, :content)""")
                .param("id", id)
                .param("kind", subject.name())
                .param("account", by.id())
                .param("at", Times.offset(now))
                .param("version", registry.version())
                .param("name", fileName)
                .param("content", csv(sheet))
                .update();
        return id;
    }

    /** Only whoever uploaded the file sees what it would do. */
    @Transactional(readOnly = true)
    public Preview preview(Subject subject, UUID id, Actor by) {
        var uploaded = require(subject, id, by);
        var plan = planner.plan(subject, Sheet.read(uploaded.content().getBytes(StandardCharsets.UTF_8)));
        return new Preview(id, uploaded.fileName(), plan, registry.version() != uploaded.registryVersion());
    }

    /**
     * Does what the preview said, all of it.
     *
     * @throws Outdated when the registry was changed since
     * @throws RegistryRefused when a row is wrong
     */
    public long apply(Subject subject, UUID id, Actor by) {
        var version = registry.turn();
        var uploaded = require(subject, id, by);
        if (version != uploaded.registryVersion()) {
            throw new Outdated();
        }
        var plan = planner.plan(subject, Sheet.read(uploaded.content().getBytes(StandardCharsets.UTF_8)));
        if (!plan.isRight()) {
            throw new RegistryRefused("agency.import.refused", List.of());
        }
        for (var step : plan.steps()) {
            if (step.apply() != null) {
                step.apply().accept(by);
            }
        }
        jdbc.sql("delete from registry_import where id = ?").params(id).update();
        var count = plan.count("NEW") + plan.count("CHANGED");
        audit.write(new Entry(
                by.id(),
                by.name(),
                Deed.REGISTRY_CHANGED,
                subject.word(),
                null,
                "IMPORT " + uploaded.fileName() + ": " + count));
        return count;
    }

    /** The registry as a table; that it left the house is written down. */
    public Sheet export(Subject subject, String format, Actor by) {
        var sheet = planner.export(subject);
        audit.write(new Entry(
                by.id(),
                by.name(),
                Deed.EXPORTED,
                subject.word(),
                null,
                format + ": " + sheet.lines().size()));
        return sheet;
    }

    private Uploaded require(Subject subject, UUID id, Actor by) {
        return jdbc.sql("""
                        select registry_version, file_name, content from registry_import
                        where id = :id and kind = :kind and account_id = :account and made_at >= :since""")
                .param("id", id)
                .param("kind", subject.name())
                .param("account", by.id())
                .param("since", Times.offset(systemClock.instant().minus(KEPT)))
                .query(Uploaded.class)
                .optional()
                .orElseThrow(() -> new NotVisible("import " + id));
    }

    private static String csv(Sheet sheet) {
        var text = new ByteArrayOutputStream();
        try {
            sheet.writeCsv(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString(StandardCharsets.UTF_8);
    }
}
