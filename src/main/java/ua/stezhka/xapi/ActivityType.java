package ua.stezhka.xapi;

/** The kinds of things that Stezhka’s statements are about, from the public vocabularies. */
public enum ActivityType {
    COURSE("http://adlnet.gov/expapi/activities/course"),
    /** A section of a course. */
    MODULE("http://adlnet.gov/expapi/activities/module"),
    LESSON("http://adlnet.gov/expapi/activities/lesson"),
    /** A quiz. */
    ASSESSMENT("http://adlnet.gov/expapi/activities/assessment"),
    /** A question. */
    INTERACTION("http://adlnet.gov/expapi/activities/cmi.interaction"),
    CERTIFICATE("https://www.opigno.org/en/tincan_registry/activity_type/certificate"),
    BADGE("http://activitystrea.ms/schema/1.0/badge");

    private final String iri;

    ActivityType(String iri) {
        this.iri = iri;
    }

    public String iri() {
        return iri;
    }
}
