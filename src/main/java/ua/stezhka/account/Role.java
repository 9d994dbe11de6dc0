package ua.stezhka.account;

import java.util.Locale;

/** What somebody is here, everywhere or within one {@link Scope}. Whoever is registered is a learner; that is not granted. */
public enum Role {
    /** A child in a class: no e-mail, little personal data. */
    PUPIL,
    /** Accompanies a few people. */
    MENTOR,
    /** Leads a course run for a cohort. */
    TUTOR,
    /** Runs classes of a Digital Lab. */
    TEACHER,
    SCHOOL_COORDINATOR,
    AUTHOR,
    REVIEWER,
    /** Helps people who have no account: in a library, a service centre, on the hotline. */
    DESK_OPERATOR,
    ANALYST,
    ADMINISTRATOR;

    /** Whether the role reaches data of other people, so that a password alone is not enough for it. Source: ASVS 5.0, 6.3.3. */
    public boolean staff() {
        return this != PUPIL;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Role of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
