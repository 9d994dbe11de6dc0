package ua.stezhka.certificate;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import ua.stezhka.account.Minors;
import ua.stezhka.course.Courses;
import ua.stezhka.platform.PageOf;

/** Reads certificates. */
@Singleton
class CertificateReader {
    private static final String COLUMNS = """
            select c.id, c.number, c.person_id, c.enrolment_id, c.revision_id, c.holder_name, c.quiz_percent, c.issued_at,
                   c.shown_name, c.revoked_at, c.revocation_reason, n.number as replaced_by, m.birth_year
            from certificate.certificate c left join certificate.certificate n on n.id = c.replaced_by
            left join account.minor m on m.person_id = c.person_id
            """;
    private static final String BY_NUMBER = COLUMNS + "where c.number = :number";
    private static final String BY_PERSON = COLUMNS + "where c.person_id = :personId order by c.issued_at desc, c.id";
    private static final String OF_COURSE = COLUMNS + """
            join learning.enrolment e on e.id = c.enrolment_id
            where c.person_id = :personId and e.course_id = :courseId
            order by c.revoked_at is not null, c.issued_at desc, c.id desc limit 1
            """;
    private static final String FILTER = """
            where (:number = '' or c.number like :number || '%')
              and (:state = 'all' or (:state = 'valid') = (c.revoked_at is null))
            """;
    private static final String LIST = COLUMNS + FILTER + "order by c.issued_at desc, c.id limit :size offset :offset";
    private static final String COUNT = "select count(*) from certificate.certificate c\n" + FILTER;

    private final Jdbi jdbi;
    private final Courses courses;
    private final Minors minors;

    CertificateReader(Jdbi jdbi, Courses courses, Minors minors) {
        this.jdbi = jdbi;
        this.courses = courses;
        this.minors = minors;
    }

    Optional<Certificate> find(CertificateNumber number) {
        return jdbi.withHandle(handle -> handle.createQuery(BY_NUMBER)
                .bind("number", number.value())
                .map((row, context) -> certificate(row))
                .findOne());
    }

    List<Certificate> heldBy(UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery(BY_PERSON)
                .bind("personId", personId)
                .map((row, context) -> certificate(row))
                .list());
    }

    /** The person's certificate of a course: the valid one, or the last one that was. */
    Optional<Certificate> ofCourse(UUID personId, UUID courseId) {
        return jdbi.withHandle(handle -> handle.createQuery(OF_COURSE)
                .bind("personId", personId)
                .bind("courseId", courseId)
                .map((row, context) -> certificate(row))
                .findOne());
    }

    /**
     * Certificates for administrators, newest first.
     *
     * @param number the beginning of a number, or empty
     * @param state  all, valid or revoked
     */
    PageOf<Certificate> page(String number, String state, int page) {
        return jdbi.withHandle(handle -> {
            int total = handle.createQuery(COUNT)
                    .bind("number", number)
                    .bind("state", state)
                    .mapTo(Integer.class)
                    .one();
            List<Certificate> rows = handle.createQuery(LIST)
                    .bind("number", number)
                    .bind("state", state)
                    .bind("size", PageOf.SIZE)
                    .bind("offset", PageOf.offset(page))
                    .map((row, context) -> certificate(row))
                    .list();
            return new PageOf<>(rows, page, total, PageOf.SIZE);
        });
    }

    private Certificate certificate(ResultSet row) throws SQLException {
        String replacedBy = row.getString("replaced_by");
        return new Certificate(
                row.getObject("id", UUID.class),
                new CertificateNumber(row.getString("number")),
                row.getObject("person_id", UUID.class),
                row.getObject("enrolment_id", UUID.class),
                courses.revision(row.getObject("revision_id", UUID.class)),
                row.getString("holder_name"),
                row.getInt("quiz_percent"),
                row.getTimestamp("issued_at").toInstant(),
                shownName(row),
                instant(row.getTimestamp("revoked_at")),
                row.getString("revocation_reason"),
                replacedBy == null ? null : new CertificateNumber(replacedBy));
    }

    /** Whoever is under 18 has no public name, whatever was chosen. */
    private String shownName(ResultSet row) throws SQLException {
        int birthYear = row.getInt("birth_year");
        return !row.wasNull() && minors.underage(birthYear) ? "minor" : row.getString("shown_name");
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
