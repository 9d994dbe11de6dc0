package ua.stezhka.certificate;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import ua.stezhka.account.AuditNote;
import ua.stezhka.account.AuditTrail;
import ua.stezhka.account.GuestAdopted;
import ua.stezhka.account.PersonMerged;
import ua.stezhka.account.PersonRegistered;
import ua.stezhka.course.Revision;
import ua.stezhka.learning.CourseCompleted;
import ua.stezhka.learning.CourseProgress;
import ua.stezhka.learning.Enrolments;
import ua.stezhka.people.People;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.Problem;

/**
 * Issues, revokes and reissues certificates. A completed course gives a person with a name one valid certificate, however often
 * and from wherever it is told; a guest gets it together with a name.
 */
@Singleton
public class Certificates {
    private static final SecureRandom RANDOM = new SecureRandom();
    private final Jdbi jdbi;
    private final Clock clock;
    private final CertificateReader reader;
    private final People people;
    private final Enrolments enrolments;
    private final Event<CertificateIssued> issued;
    private final AuditTrail audit;

    Certificates(
            Jdbi jdbi,
            Clock clock,
            CertificateReader reader,
            People people,
            Enrolments enrolments,
            Event<CertificateIssued> issued,
            AuditTrail audit) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.reader = reader;
        this.people = people;
        this.enrolments = enrolments;
        this.issued = issued;
        this.audit = audit;
    }

    /** A person's certificates, the newest first. One statement. */
    public List<HeldCertificate> heldBy(UUID personId) {
        return reader.heldBy(personId).stream()
                .map(certificate -> new HeldCertificate(
                        certificate.number().toString(),
                        certificate.revision().title(),
                        certificate.issuedAt(),
                        certificate.valid()))
                .toList();
    }

    void completed(@Observes CourseCompleted course) {
        people.name(course.personId())
                .ifPresent(name -> issue(
                        new Holder(course.personId(), course.actorId(), name),
                        course.enrolmentId(),
                        course.revision(),
                        course.quizPercent()));
    }

    void registered(@Observes PersonRegistered person) {
        issueMissing(new Holder(person.personId(), person.actorId(), person.name()));
    }

    /** After the module learning has joined the two people's enrolments. */
    void adopted(@Observes @Priority(4000) GuestAdopted guest) {
        people.name(guest.personId())
                .ifPresent(name -> issueMissing(new Holder(guest.personId(), guest.actorId(), name)));
    }

    /** The same for a merged account: what it completed together with the other one may be whole only now. */
    void merged(@Observes @Priority(4000) PersonMerged merge) {
        people.name(merge.personId())
                .ifPresent(name -> issueMissing(new Holder(merge.personId(), merge.actorId(), name)));
    }

    private void issueMissing(Holder holder) {
        enrolments.of(holder.personId()).stream()
                .filter(CourseProgress::completed)
                .forEach(progress -> issue(
                        holder,
                        progress.enrolmentId(),
                        progress.revision(),
                        progress.quizPercent() == null ? 0 : progress.quizPercent()));
    }

    private void issue(Holder holder, UUID enrolmentId, Revision revision, int quizPercent) {
        UUID id = Ids.next();
        CertificateNumber number = CertificateNumber.next(RANDOM);
        Instant now = clock.instant();
        int made = jdbi.withHandle(handle -> handle.createUpdate("""
                        insert into certificate.certificate
                            (id, number, person_id, enrolment_id, revision_id, holder_name, quiz_percent, issued_at)
                        select :id, :number, :personId, :enrolmentId, :revisionId, :name, :percent, :now
                        where not exists (select from certificate.certificate c where c.enrolment_id = :enrolmentId)
                        on conflict (enrolment_id) where revoked_at is null do nothing""")
                .bind("id", id)
                .bind("number", number.value())
                .bind("personId", holder.personId())
                .bind("enrolmentId", enrolmentId)
                .bind("revisionId", revision.id())
                .bind("name", holder.name())
                .bind("percent", quizPercent)
                .bind("now", now)
                .execute());
        if (made == 1) {
            issued.fire(new CertificateIssued(
                    id, number.toString(), holder.personId(), holder.actorId(), enrolmentId, revision, now));
            audit.note(noted("certificate.issued", id, holder.personId()));
        }
    }

    /**
     * Ends a certificate for good; doing it again changes nothing.
     *
     * @param reason name, request or mistake
     * @throws Problem.NotFound when there is no such certificate
     */
    @Transactional
    void revoke(CertificateNumber number, UUID administratorId, String reason) {
        Certificate certificate = reader.find(number).orElseThrow(Problem::notFound);
        if (end(number, administratorId, reason) == 1) {
            audit.note(noted("certificate.revoked", certificate.id(), certificate.personId())
                    .by(administratorId)
                    .with("reason", reason));
        }
    }

    private static AuditNote noted(String action, UUID certificateId, @Nullable UUID holder) {
        return AuditNote.of(action).about(holder).with("certificate", certificateId.toString());
    }

    private int end(CertificateNumber number, UUID by, String reason) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        update certificate.certificate
                        set revoked_at = :now, revoked_by = :by, revocation_reason = :reason
                        where number = :number and revoked_at is null""")
                .bind("number", number.value())
                .bind("now", clock.instant())
                .bind("by", by)
                .bind("reason", reason)
                .execute());
    }

    /**
     * Issues a certificate anew under the person's present name; the old one points to the new one. A second call finds the old
     * one replaced and gives the same new number. A certificate with the present name stays as it is.
     *
     * @throws Problem.Conflict when the certificate was revoked for another reason
     */
    @Transactional
    CertificateNumber reissue(CertificateNumber number, UUID by) {
        Certificate old = reader.find(number).orElseThrow(Problem::notFound);
        if (old.personId() == null) {
            throw Problem.notFound();
        }
        String name = people.name(old.personId()).orElse(old.holderName());
        if (old.valid() && name.equals(old.holderName())) {
            return number;
        }
        if (end(number, by, "name") == 0) {
            return reader.find(number)
                    .flatMap(known -> Optional.ofNullable(known.replacedBy()))
                    .orElseThrow(() -> Problem.conflict("certificate.revoked"));
        }
        UUID id = Ids.next();
        CertificateNumber fresh = CertificateNumber.next(RANDOM);
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            insert into certificate.certificate (id, number, person_id, enrolment_id, revision_id,
                                                                 holder_name, quiz_percent, issued_at, shown_name)
                            select :id, :fresh, person_id, enrolment_id, revision_id, :name, quiz_percent, :now, shown_name
                            from certificate.certificate where number = :number""")
                    .bind("id", id)
                    .bind("fresh", fresh.value())
                    .bind("name", name)
                    .bind("now", clock.instant())
                    .bind("number", number.value())
                    .execute();
            handle.createUpdate("update certificate.certificate set replaced_by = :id where number = :number")
                    .bind("id", id)
                    .bind("number", number.value())
                    .execute();
        });
        audit.note(noted("certificate.reissued", id, old.personId()).by(by));
        return fresh;
    }

    /** Sets what the public check tells of the holder's name; somebody else's certificate is not found. */
    @Transactional
    void showName(CertificateNumber number, UUID personId, String shown) {
        int changed = jdbi.withHandle(handle -> handle.createUpdate("""
                        update certificate.certificate set shown_name = :shown
                        where number = :number and person_id = :personId""")
                .bind("shown", shown)
                .bind("number", number.value())
                .bind("personId", personId)
                .execute());
        if (changed == 0) {
            throw Problem.notFound();
        }
    }

    private record Holder(UUID personId, UUID actorId, String name) {}
}
