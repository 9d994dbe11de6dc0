package ua.stezhka.xapi;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Ids;

/**
 * One thing that somebody did, as the Experience API tells it: actor, verb, object. Never changes once it is stored.
 *
 * @param id        made from what happened, so that a retry of the same event is the same statement
 * @param object    what it was done with
 * @param timestamp when it happened
 */
public record Statement(
        UUID id,
        Agent actor,
        Verb verb,
        Activity object,
        @Nullable Result result,
        @Nullable Context context,
        Instant timestamp) {

    /** The version of the standard that our statements follow. */
    static final String VERSION = "2.0.0";

    /**
     * The statement of an event.
     *
     * @param event the stable name of what happened, beginning with the module's noun, such as {@code attempt/0197…/graded};
     *              the same name is the same statement for ever
     */
    public static Statement of(String event, Agent actor, Verb verb, Activity object, Instant occurredAt) {
        return new Statement(Ids.named("statement/" + event), actor, verb, object, null, null, occurredAt);
    }

    public Statement with(Result outcome) {
        return new Statement(id, actor, verb, object, outcome, context, timestamp);
    }

    public Statement with(Context surroundings) {
        return new Statement(id, actor, verb, object, result, surroundings, timestamp);
    }
}
