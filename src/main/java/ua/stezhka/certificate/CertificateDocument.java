package ua.stezhka.certificate;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * All that a printed certificate says, in its language.
 *
 * @param number       the number that the check page knows
 * @param language     Ukrainian or English
 * @param holder       the holder's full name
 * @param course       the course's title, without quotation marks around it
 * @param competences  what the course teaches and up to which level, the competences of an area one after another
 * @param evidence     how the work was done
 * @param lessons      number of lessons in the course
 * @param time         the usual time of the course
 * @param scorePercent result of the final quiz, 0 to 100
 * @param issuedOn     the day of issue
 * @param issuer       the community that issues it
 * @param programme    the programme under which it is issued
 * @param check        the address of the check page of this certificate
 */
public record CertificateDocument(
        CertificateNumber number,
        Locale language,
        String holder,
        String course,
        List<CertifiedCompetence> competences,
        EvidenceGrade evidence,
        int lessons,
        Duration time,
        int scorePercent,
        LocalDate issuedOn,
        String issuer,
        String programme,
        URI check) {

    public CertificateDocument {
        holder = Typography.tidy(holder);
        course = Typography.tidy(course);
        competences = List.copyOf(competences);
        issuer = Typography.tidy(issuer);
        programme = Typography.tidy(programme);
        if (holder.isEmpty() || course.isEmpty()) {
            throw new IllegalArgumentException("a certificate names its holder and its course");
        }
    }
}
