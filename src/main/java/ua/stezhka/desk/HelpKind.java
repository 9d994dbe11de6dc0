package ua.stezhka.desk;

import java.util.Locale;

/** What somebody did on behalf of a person; in lower case it is the end of the key of its text. */
enum HelpKind {
    RECORD_MADE,
    CARD_MADE,
    CARD_REVOKED,
    PIN_SET,
    LOOKED_UP,
    WORK_BEGUN,
    STEP,
    ANSWER,
    QUIZ_BEGUN,
    QUIZ_ANSWER,
    QUIZ_SENT,
    OTHER;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static HelpKind of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    /** What a request does that is sent while somebody works for a person. */
    static HelpKind ofRequest(String path) {
        if (path.matches("/courses/[^/]+/lessons/[^/]+/steps/[^/]+/completion|/api/v1/progress/.+")) {
            return STEP;
        } else if (path.matches("/courses/[^/]+/lessons/[^/]+/steps/[^/]+/response")) {
            return ANSWER;
        } else if (path.matches("(/api/v1)?/courses/[^/]+/quiz/attempts")) {
            return QUIZ_BEGUN;
        } else if (path.matches("/attempts/[^/]+/questions/[^/]+/response|/api/v1/attempts/[^/]+/responses/[^/]+")) {
            return QUIZ_ANSWER;
        }
        return path.matches("(/api/v1)?/attempts/[^/]+/submission") ? QUIZ_SENT : OTHER;
    }
}
