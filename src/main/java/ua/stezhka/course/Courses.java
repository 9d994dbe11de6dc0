package ua.stezhka.course;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.platform.ContentChanged;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.Json;
import ua.stezhka.platform.Problem;
import ua.stezhka.platform.Recent;

/** All courses. People see the current revision of a course; who is in the middle may keep an older one. */
@Singleton
public class Courses {
    private static final String NEW_COURSE = """
            insert into course.course as known (id, slug, current_revision_id) values (:id, :slug, :revision)
            on conflict (id) do update set current_revision_id = excluded.current_revision_id, withdrawn_at = null
            where known.current_revision_id <> excluded.current_revision_id or known.withdrawn_at is not null
            """;

    private static final String SHOWN =
            "select slug, current_revision_id from course.course where withdrawn_at is null";

    private final Jdbi jdbi;
    private final Revisions revisions;
    private final Clock clock;
    private final Event<ContentChanged> changes;
    private final Recent<Map<String, UUID>> shown;

    private volatile Listed listed = new Listed(Map.of(), List.of());

    Courses(Jdbi jdbi, Revisions revisions, Clock clock, Event<ContentChanged> changes) {
        this.jdbi = jdbi;
        this.revisions = revisions;
        this.clock = clock;
        this.changes = changes;
        this.shown = new Recent<>(clock, this::readShown);
    }

    /** The stable id of the course with this id in the content. */
    public static UUID idOf(String slug) {
        return Ids.named("course/" + slug);
    }

    /**
     * Publishes a course. Content that is known already makes no new revision, so doing it twice changes nothing.
     *
     * @return whether people see another revision than before
     */
    @Transactional
    public boolean publish(CourseDraft draft) {
        String hash = Json.hash(draft);
        UUID course = idOf(draft.slug());
        UUID revision = Ids.named("course/" + draft.slug() + "/revision/" + hash);
        return jdbi.withHandle(handle -> {
            boolean changed = handle.createUpdate(NEW_COURSE)
                            .bind("id", course)
                            .bind("slug", draft.slug())
                            .bind("revision", revision)
                            .execute()
                    > 0;
            if (changed) {
                new NewRevision(handle, revision, draft).insert(course, hash, clock.instant());
                changes.fire(new ContentChanged());
            }
            return changed;
        });
    }

    /**
     * Takes the courses that are not among {@code slugs} out of the catalogue; what people have of them stays.
     *
     * @return how many were taken out now
     */
    @Transactional
    public int withdrawAllBut(Collection<String> slugs) {
        int withdrawn = jdbi.withHandle(handle -> handle.createUpdate(
                        "update course.course set withdrawn_at = :now where withdrawn_at is null and slug <> all (:slugs)")
                .bind("now", clock.instant())
                .bindArray("slugs", String.class, slugs.toArray())
                .execute());
        changes.fire(new ContentChanged());
        return withdrawn;
    }

    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) ContentChanged change) {
        shown.forget();
    }

    /** The revisions that people see, by address. */
    private record Listed(Map<String, UUID> current, List<Revision> all) {}

    private Map<String, UUID> readShown() {
        return jdbi.withHandle(
                handle -> handle.createQuery(SHOWN).reduceResultSet(new TreeMap<>(), (known, row, context) -> {
                    known.put(row.getString("slug"), row.getObject("current_revision_id", UUID.class));
                    return known;
                }));
    }

    /** What people see of the course with this address. One statement at most, as revisions are kept in memory. */
    public Optional<Revision> current(String slug) {
        return Optional.ofNullable(shown.get().get(slug)).map(this::revision);
    }

    /** What people see of all courses, by address; the same list as long as nothing changes. One statement at most. */
    public List<Revision> all() {
        Map<String, UUID> now = shown.get();
        Listed known = listed;
        if (!known.current().equals(now)) {
            known = new Listed(now, now.values().stream().map(this::revision).toList());
            listed = known;
        }
        return known.all();
    }

    /**
     * A revision, the current one or an older. No statement when this node knows it.
     *
     * @throws Problem.NotFound when there is no such revision
     */
    public Revision revision(UUID id) {
        return revisions.find(id).orElseThrow(Problem::notFound);
    }
}
