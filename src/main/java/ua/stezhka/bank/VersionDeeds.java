package ua.stezhka.bank;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import ua.stezhka.account.AuditNote;
import ua.stezhka.account.AuditTrail;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.Problem;
import ua.stezhka.question.AnswerKey;
import ua.stezhka.quiz.QuestionLife;

/** Brings versions further, and remembers who did it and when. */
@Singleton
class VersionDeeds {
    private static final String NOTE = """
            insert into bank.version_deed (id, question_version_id, kind, person_id, done_at)
            values (:id, :version, :kind, :person, :now)
            """;
    private static final String OF_QUESTION = """
            select d.question_version_id, d.kind, d.person_id, d.done_at, coalesce(p.name, '') as name
            from bank.version_deed d join quiz.question_version v on v.id = d.question_version_id
            left join account.person p on p.id = d.person_id
            where v.question_id = :question order by d.done_at, d.id
            """;
    private static final String DRAFTED_BY = """
            select exists (select from bank.version_deed where question_version_id = :version and kind = 'drafted' and person_id = :person)
            """;

    private final Jdbi jdbi;
    private final QuestionLife life;
    private final AuditTrail audit;
    private final Clock clock;

    VersionDeeds(Jdbi jdbi, QuestionLife life, AuditTrail audit, Clock clock) {
        this.jdbi = jdbi;
        this.life = life;
        this.audit = audit;
        this.clock = clock;
    }

    /** What was done to a version; {@code name} is empty when whoever did it is no more. */
    record Deed(UUID versionId, String kind, @Nullable UUID personId, String name, java.time.Instant doneAt) {}

    /** The deeds of all versions of a question, the first one first. One statement. */
    Map<UUID, List<Deed>> of(UUID questionId) {
        return jdbi.withHandle(handle -> handle
                .createQuery(OF_QUESTION)
                .bind("question", questionId)
                .map((row, context) -> new Deed(
                        row.getObject("question_version_id", UUID.class),
                        row.getString("kind"),
                        row.getObject("person_id", UUID.class),
                        row.getString("name"),
                        row.getTimestamp("done_at").toInstant()))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Deed::versionId)));
    }

    /** A draft with another key. @throws Problem.Conflict when there is a version with this key already */
    @Transactional
    UUID draft(UUID versionId, AnswerKey key, UUID by) {
        UUID draft = life.draft(versionId, key);
        note(draft, "drafted", by);
        audit.note(noted("bank.version_drafted", draft).by(by));
        return draft;
    }

    /** @throws Problem.Conflict {@code bank.own_draft} when the reviewer made the draft */
    @Transactional
    void review(UUID versionId, UUID by) {
        boolean own = jdbi.withHandle(handle -> handle.createQuery(DRAFTED_BY)
                .bind("version", versionId)
                .bind("person", by)
                .mapTo(Boolean.class)
                .one());
        if (own) {
            throw Problem.conflict("bank.own_draft");
        }
        if (life.review(versionId)) {
            note(versionId, "reviewed", by);
            audit.note(noted("bank.version_reviewed", versionId).by(by));
        }
    }

    /** Publishes a reviewed draft; doing it twice changes nothing. */
    @Transactional
    void publish(UUID versionId, UUID by) {
        if (life.publish(versionId)) {
            note(versionId, "published", by);
            audit.note(noted("bank.version_published", versionId).by(by));
        }
    }

    /** Takes a version out of new attempts; doing it twice changes nothing. */
    @Transactional
    void retire(UUID versionId, UUID by) {
        if (life.retire(versionId)) {
            note(versionId, "retired", by);
            audit.note(noted("bank.version_retired", versionId).by(by));
        }
    }

    /** Lets a retired version be asked again. */
    @Transactional
    void restore(UUID versionId, UUID by) {
        if (life.restore(versionId)) {
            note(versionId, "restored", by);
            audit.note(noted("bank.version_restored", versionId).by(by));
        }
    }

    private void note(UUID versionId, String kind, UUID by) {
        jdbi.useHandle(handle -> handle.createUpdate(NOTE)
                .bind("id", Ids.next())
                .bind("version", versionId)
                .bind("kind", kind)
                .bind("person", by)
                .bind("now", clock.instant())
                .execute());
    }

    private static AuditNote noted(String action, UUID versionId) {
        return AuditNote.of(action).with("version", versionId.toString());
    }
}
