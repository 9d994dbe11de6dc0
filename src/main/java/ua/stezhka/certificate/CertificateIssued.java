package ua.stezhka.certificate;

import java.time.Instant;
import java.util.UUID;
import ua.stezhka.course.Revision;

/** A certificate was issued. Observed in the same transaction. */
public record CertificateIssued(
        UUID certificateId,
        String number,
        UUID personId,
        UUID actorId,
        UUID enrolmentId,
        Revision revision,
        Instant at) {}
