package ua.stezhka.certificate;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.account.AuditNote;
import ua.stezhka.account.AuditTrail;
import ua.stezhka.account.MergeForeseen;
import ua.stezhka.account.PersonMerged;

/**
 * Gives the certificates of a merged account to the one that goes on, before the module learning joins the enrolments. Of two
 * valid ones for one course that of the account that goes on stays, and the other leads to it.
 */
@Singleton
class MergedCertificates {
    private static final String END_SECOND = """
            update certificate.certificate c
            set revoked_at = :now, revoked_by = :by, revocation_reason = 'merged', replaced_by = stays.id
            from learning.enrolment e
            join learning.enrolment own on own.course_id = e.course_id and own.person_id = :person
            join certificate.certificate stays on stays.enrolment_id = own.id and stays.revoked_at is null
            where c.enrolment_id = e.id and e.person_id = :merged and c.revoked_at is null
            returning c.id
            """;
    private static final String MOVE_TO_SHARED_ENROLMENT = """
            update certificate.certificate c set enrolment_id = own.id
            from learning.enrolment e
            join learning.enrolment own on own.course_id = e.course_id and own.person_id = :person
            where c.enrolment_id = e.id and e.person_id = :merged
            """;
    private static final String MOVE =
            "update certificate.certificate set person_id = :person where person_id = :merged";

    private final Jdbi jdbi;
    private final Clock clock;
    private final AuditTrail audit;

    MergedCertificates(Jdbi jdbi, Clock clock, AuditTrail audit) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.audit = audit;
    }

    void merge(@Observes @Priority(2000) PersonMerged merge) {
        List<UUID> ended = jdbi.withHandle(handle -> {
            List<UUID> second = endSecond(handle, merge);
            move(handle, MOVE_TO_SHARED_ENROLMENT, merge);
            move(handle, MOVE, merge);
            return second;
        });
        ended.forEach(id -> audit.note(AuditNote.of("certificate.revoked")
                .by(merge.by())
                .about(merge.personId())
                .with("certificate", id.toString())
                .with("reason", "merged")));
    }

    void foresee(@Observes MergeForeseen merge) {
        merge.told()
                .accept(new MergeForeseen.Line(
                        "certificate.certificatesInAccount", number(merge.mergedId()), number(merge.personId())));
    }

    private int number(UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) from certificate.certificate where person_id = :id and revoked_at is null")
                .bind("id", personId)
                .mapTo(Integer.class)
                .one());
    }

    private List<UUID> endSecond(Handle handle, PersonMerged merge) {
        return handle.createQuery(END_SECOND)
                .bind("now", clock.instant())
                .bind("by", merge.by())
                .bind("person", merge.personId())
                .bind("merged", merge.mergedId())
                .mapTo(UUID.class)
                .list();
    }

    private static void move(Handle handle, String statement, PersonMerged merge) {
        handle.createUpdate(statement)
                .bind("person", merge.personId())
                .bind("merged", merge.mergedId())
                .execute();
    }
}
