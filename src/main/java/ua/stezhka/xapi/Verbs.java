package ua.stezhka.xapi;

/** The verbs that Stezhka speaks, from ADL's vocabulary and the Tin Can registry. */
public final class Verbs {
    /** Opened a lesson or a course. */
    public static final Verb LAUNCHED = adl("launched");

    /** Began an attempt at a quiz. */
    public static final Verb ATTEMPTED = adl("attempted");

    /** Finished a part of a lesson or a course. */
    public static final Verb PROGRESSED = adl("progressed");

    /** Finished all of it. */
    public static final Verb COMPLETED = adl("completed");

    /** Answered one question. */
    public static final Verb ANSWERED = adl("answered");

    public static final Verb PASSED = adl("passed");

    public static final Verb FAILED = adl("failed");

    /** Was given a certificate or a badge. */
    public static final Verb EARNED = new Verb("http://id.tincanapi.com/verb/earned", LanguageMap.of("en", "earned"));

    private Verbs() {}

    private static Verb adl(String name) {
        return new Verb("http://adlnet.gov/expapi/verbs/" + name, LanguageMap.of("en", name));
    }
}
