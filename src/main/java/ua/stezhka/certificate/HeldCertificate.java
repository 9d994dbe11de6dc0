package ua.stezhka.certificate;

import java.time.Instant;
import ua.stezhka.platform.LocalText;

/**
 * A certificate as its holder sees it in a list.
 *
 * @param number in the form for reading and typing
 * @param valid  neither revoked nor replaced
 */
public record HeldCertificate(String number, LocalText courseTitle, Instant issuedAt, boolean valid) {}
