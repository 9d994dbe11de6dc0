package ua.stezhka.platform;

/** How the way to the mail server is protected. */
public enum MailSecurity {
    /** Not at all: only for a server on this machine. */
    NONE,
    /** TLS after a greeting, usually on port 587; without it nothing is sent. */
    STARTTLS,
    /** TLS from the first byte, usually on port 465. */
    TLS
}
