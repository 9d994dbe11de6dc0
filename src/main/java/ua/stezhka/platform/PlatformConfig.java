package ua.stezhka.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.ZoneId;
import java.util.Optional;

/** Settings of the platform. */
@ConfigMapping(prefix = "stezhka.platform")
public interface PlatformConfig {
    /**
     * The address under which people reach this Stezhka, such as {@code https://stezhka.example}: stands in certificates and
     * is the only origin whose forms are taken. Without it the address of each request is used.
     */
    Optional<String> origin();

    /** The time zone in which dates and times are shown. */
    @WithDefault("Europe/Kyiv")
    ZoneId zone();

    /** Tells in a header how many SQL statements a page took; for tests. */
    @WithDefault("false")
    boolean showStatements();

    /**
     * A demonstration: an empty database is filled with invented people whose passwords are printed. {@code scripts/run --demo}
     * sets it.
     */
    @WithDefault("false")
    boolean demo();

    /** The mail server that takes letters, by SMTP. Without it everything works, and no page offers ways by e-mail. */
    Optional<String> mailHost();

    /** Its port. */
    @WithDefault("587")
    int mailPort();

    /** How the way to it is protected: {@code starttls}, {@code tls}, or {@code none} for a server on the same machine. */
    @WithDefault("starttls")
    MailSecurity mailSecurity();

    /** The name to sign in there with, where it asks for one. */
    Optional<String> mailUser();

    /** The password that belongs to it. */
    Optional<String> mailPassword();

    /** The address that letters come from. */
    Optional<String> mailFrom();

    /** How long a node waits before it looks for letters again; {@code off} on nodes that shall send none. */
    @WithDefault("2s")
    String mailPause();
}
