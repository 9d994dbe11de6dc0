package ua.stezhka.xapi;

import org.jspecify.annotations.Nullable;

/**
 * What it was done with: a course, a lesson, a quiz, a question, a certificate.
 *
 * @param id         IRI of this activity for ever
 * @param definition what it is; null when only the id is told
 */
public record Activity(String id, @Nullable Definition definition) {
    public Activity {
        Rules.iri("activity.id", id);
    }

    /**
     * What an activity is.
     *
     * @param type        IRI of its kind, see {@link ActivityType}
     * @param moreInfo    IRL of a page that tells more
     * @param interaction how a question is answered
     */
    public record Definition(
            @Nullable LanguageMap name,
            @Nullable LanguageMap description,
            @Nullable String type,
            @Nullable String moreInfo,
            @Nullable Interaction interaction,
            Extensions extensions) {

        public Definition {
            if (type != null) {
                Rules.iri("activity.definition.type", type);
            }
            if (moreInfo != null) {
                Rules.iri("activity.definition.moreInfo", moreInfo);
            }
        }
    }

    /** The activity without its definition: enough where a statement only refers to it. */
    public Activity reference() {
        return definition == null ? this : new Activity(id, null);
    }
}
