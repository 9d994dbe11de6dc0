package ua.stezhka.framework;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.Json;
import ua.stezhka.platform.LocalText;
import ua.stezhka.platform.Problem;

/** All competence frameworks. An edition never changes, so each is read once and kept in memory. */
@Singleton
public class Frameworks {
    private static final TypeReference<Map<String, List<String>>> ALIGNMENTS = new TypeReference<>() {};
    private static final TypeReference<List<Integer>> NUMBERS = new TypeReference<>() {};

    private static final Duration LONGEST_STALE = Duration.ofSeconds(10);

    private static final String NEW_FRAMEWORK = """
            insert into framework.framework as known (id, current_edition_id) values (:id, :edition)
            on conflict (id) do update set current_edition_id = excluded.current_edition_id
            where known.current_edition_id <> excluded.current_edition_id
            """;
    private static final String NEW_EDITION = """
            insert into framework.edition
                (id, framework_id, number, content_hash, name, issuer, label, year, names_official, published_at)
            values (:edition, :id, (select count(*) + 1 from framework.edition where framework_id = :id), :hash,
                    cast(:name as jsonb), cast(:issuer as jsonb), :label, :year, :official, :now)
            on conflict (id) do nothing
            """;
    private static final String NEW_LEVEL = """
            insert into framework.proficiency_level (edition_id, id, position, band, name, band_name, digcomp)
            values (:edition, :id, :position, :band, cast(:name as jsonb), cast(:bandName as jsonb), cast(:digcomp as jsonb))
            """;
    private static final String NEW_AREA = """
            insert into framework.area (edition_id, id, position, number, name)
            values (:edition, :id, :position, :number, cast(:name as jsonb))
            """;
    private static final String NEW_COMPETENCE = """
            insert into framework.competence (edition_id, id, area_id, position, number, name, description, alignments)
            values (:edition, :id, :area, :position, :number, cast(:name as jsonb), cast(:description as jsonb),
                    cast(:alignments as jsonb))
            """;

    private final Jdbi jdbi;
    private final Clock clock;
    private final Map<UUID, Framework> editions = new ConcurrentHashMap<>();
    private volatile @Nullable Current current;

    private record Current(Instant readAt, List<UUID> editions) {}

    Frameworks(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** The current editions of all frameworks, by id. What another node publishes is seen here within ten seconds. */
    public List<Framework> all() {
        Current known = current;
        if (known == null || known.readAt().plus(LONGEST_STALE).isBefore(clock.instant())) {
            known = new Current(clock.instant(), currentEditions());
            current = known;
        }
        return known.editions().stream().map(this::edition).toList();
    }

    private List<UUID> currentEditions() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select current_edition_id from framework.framework order by id")
                        .mapTo(UUID.class)
                        .list());
    }

    /**
     * The current edition of a framework.
     *
     * @throws Problem.NotFound when there is no such framework
     */
    public Framework framework(String id) {
        return all().stream()
                .filter(framework -> framework.id().equals(id))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    /**
     * Publishes a framework. Content that is known already makes no new edition, so doing it twice changes nothing.
     *
     * @return whether another edition than before is the current one now
     */
    @Transactional
    public boolean publish(FrameworkDraft draft) {
        String hash = Json.hash(draft);
        UUID edition = Ids.named("framework/" + draft.id() + "/edition/" + hash);
        return jdbi.withHandle(handle -> {
            boolean changed = handle.createUpdate(NEW_FRAMEWORK)
                            .bind("id", draft.id())
                            .bind("edition", edition)
                            .execute()
                    > 0;
            if (changed && insertEdition(handle, draft, edition, hash)) {
                insertParts(handle, draft, edition);
            }
            current = null;
            return changed;
        });
    }

    private boolean insertEdition(Handle handle, FrameworkDraft draft, UUID edition, String hash) {
        return handle.createUpdate(NEW_EDITION)
                        .bind("edition", edition)
                        .bind("id", draft.id())
                        .bind("hash", hash)
                        .bind("name", Json.write(draft.name()))
                        .bind("issuer", Json.write(draft.issuer()))
                        .bind("label", draft.edition())
                        .bind("year", draft.year())
                        .bind("official", draft.namesOfficial())
                        .bind("now", clock.instant())
                        .execute()
                > 0;
    }

    private static void insertParts(Handle handle, FrameworkDraft draft, UUID edition) {
        var levels = handle.prepareBatch(NEW_LEVEL);
        for (Level level : draft.levels()) {
            levels.bind("edition", edition)
                    .bind("id", level.id())
                    .bind("position", levels.size() + 1)
                    .bind("band", level.band())
                    .bind("name", Json.write(level.name()))
                    .bind("bandName", Json.write(level.bandName()))
                    .bind("digcomp", Json.write(level.digcomp()))
                    .add();
        }
        levels.execute();
        var areas = handle.prepareBatch(NEW_AREA);
        var competences = handle.prepareBatch(NEW_COMPETENCE);
        for (Area area : draft.areas()) {
            areas.bind("edition", edition)
                    .bind("id", area.id())
                    .bind("position", areas.size() + 1)
                    .bind("number", area.number())
                    .bind("name", Json.write(area.name()))
                    .add();
            for (Competence competence : area.competences()) {
                competences
                        .bind("edition", edition)
                        .bind("id", competence.id())
                        .bind("area", area.id())
                        .bind("position", competences.size() + 1)
                        .bind("number", competence.number())
                        .bind("name", Json.write(competence.name()))
                        .bind("description", Json.write(competence.description()))
                        .bind("alignments", Json.write(competence.alignments()))
                        .add();
            }
        }
        areas.execute();
        competences.execute();
    }

    private Framework edition(UUID edition) {
        Framework known = editions.get(edition);
        if (known == null) {
            known = jdbi.withHandle(handle -> read(handle, edition));
            editions.put(edition, known);
        }
        return known;
    }

    private static Framework read(Handle handle, UUID edition) {
        List<Level> levels = handle.createQuery(
                        "select id, band, name, band_name, digcomp from framework.proficiency_level where edition_id = :edition order by position")
                .bind("edition", edition)
                .map((row, context) -> new Level(
                        row.getString("id"),
                        row.getString("band"),
                        text(row.getString("name")),
                        text(row.getString("band_name")),
                        Json.read(row.getString("digcomp"), NUMBERS)))
                .list();
        List<Area> areas = handle.createQuery(
                        "select id, number, name from framework.area where edition_id = :edition order by position")
                .bind("edition", edition)
                .map((row, context) -> {
                    String area = row.getString("id");
                    return new Area(
                            area,
                            row.getString("number"),
                            text(row.getString("name")),
                            competences(handle, edition, area));
                })
                .list();
        return handle.createQuery(
                        "select framework_id, name, issuer, label, year, names_official from framework.edition where id = :edition")
                .bind("edition", edition)
                .map((row, context) -> new Framework(
                        edition,
                        row.getString("framework_id"),
                        text(row.getString("name")),
                        text(row.getString("issuer")),
                        row.getString("label"),
                        row.getInt("year"),
                        row.getBoolean("names_official"),
                        levels,
                        areas))
                .one();
    }

    private static List<Competence> competences(Handle handle, UUID edition, String area) {
        return handle.createQuery("""
                        select id, number, name, description, alignments from framework.competence
                        where edition_id = :edition and area_id = :area order by position
                        """)
                .bind("edition", edition)
                .bind("area", area)
                .map((row, context) -> new Competence(
                        row.getString("id"),
                        row.getString("number"),
                        text(row.getString("name")),
                        text(row.getString("description")),
                        Json.read(row.getString("alignments"), ALIGNMENTS)))
                .list();
    }

    private static LocalText text(String json) {
        return Json.read(json, LocalText.class);
    }
}
