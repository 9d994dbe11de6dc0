package ua.stezhka.course;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.Json;
import ua.stezhka.platform.Problem;

/** All courses. People see the current revision of a course; who is in the middle may keep an older one. */
@ApplicationScoped
public class Courses {
    private static final String NEW_COURSE = """
            insert into course.course as known (id, slug, current_revision_id) values (:id, :slug, :revision)
            on conflict (id) do update set current_revision_id = excluded.current_revision_id, withdrawn_at = null
            where known.current_revision_id <> excluded.current_revision_id or known.withdrawn_at is not null
            """;

    /** How old what people see may be: so long it takes until all nodes show what one has published. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private static final int MOST_ADDRESSES = 1000;

    private final Jdbi jdbi;
    private final Revisions revisions;
    private final Clock clock;
    private final Event<CatalogueChanged> changes;
    private final Cache<String, Optional<UUID>> bySlug = Caffeine.newBuilder()
            .expireAfterWrite(FRESH)
            .maximumSize(MOST_ADDRESSES)
            .build();
    private final Cache<Boolean, List<Revision>> whole =
            Caffeine.newBuilder().expireAfterWrite(FRESH).build();

    private volatile List<Revision> shown = List.of();

    Courses(Jdbi jdbi, Revisions revisions, Clock clock, Event<CatalogueChanged> changes) {
        this.jdbi = jdbi;
        this.revisions = revisions;
        this.clock = clock;
        this.changes = changes;
    }

    /** People see other courses than before. */
    record CatalogueChanged() {}

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
                changes.fire(new CatalogueChanged());
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
        changes.fire(new CatalogueChanged());
        return withdrawn;
    }

    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) CatalogueChanged change) {
        bySlug.invalidateAll();
        whole.invalidateAll();
    }

    /** What people see of the course with this address. One statement at most, as revisions are kept in memory. */
    public Optional<Revision> current(String slug) {
        Optional<UUID> known = bySlug.getIfPresent(slug);
        if (known == null) {
            known = jdbi.withHandle(handle -> handle.createQuery(
                            "select current_revision_id from course.course where slug = :slug and withdrawn_at is null")
                    .bind("slug", slug)
                    .mapTo(UUID.class)
                    .findOne());
            bySlug.put(slug, known);
        }
        return known.map(this::revision);
    }

    /** What people see of all courses, by address; the same list as long as nothing changes. One statement at most. */
    public List<Revision> all() {
        List<Revision> known = whole.getIfPresent(true);
        if (known == null) {
            List<UUID> ids = jdbi.withHandle(handle -> handle.createQuery(
                            "select current_revision_id from course.course where withdrawn_at is null order by slug")
                    .mapTo(UUID.class)
                    .list());
            List<Revision> now = ids.stream().map(this::revision).toList();
            List<Revision> before = shown;
            known = now.equals(before) ? before : now;
            shown = known;
            whole.put(true, known);
        }
        return known;
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
