package ua.stezhka.certificate;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ua.stezhka.course.Revision;

/**
 * An issued certificate. It never changes but for the name shown to others, and for its end.
 *
 * @param personId     the holder; null when the holder was erased and left the certificate without a name
 * @param shownName    what the public check tells of the name: full, short or none; minor when the holder is under 18
 * @param reason       why it was revoked: name, request or mistake
 * @param replacedBy   the number of the certificate issued in its place
 */
record Certificate(
        UUID id,
        CertificateNumber number,
        @Nullable UUID personId,
        @Nullable UUID enrolmentId,
        Revision revision,
        String holderName,
        int quizPercent,
        Instant issuedAt,
        String shownName,
        @Nullable Instant revokedAt,
        @Nullable String reason,
        @Nullable CertificateNumber replacedBy) {

    boolean heldBy(Optional<UUID> person) {
        return personId != null && person.filter(personId::equals).isPresent();
    }

    boolean valid() {
        return revokedAt == null;
    }

    /** The name as the holder lets others see it: «Марія К.» by default, empty when hidden. */
    String publicName() {
        return switch (shownName) {
            case "full" -> holderName;
            case "none", "minor" -> "";
            default -> shortName(holderName);
        };
    }

    static String shortName(String name) {
        String[] words = name.split(" ");
        return words.length < 2 ? name : words[0] + ' ' + words[words.length - 1].charAt(0) + '.';
    }
}
