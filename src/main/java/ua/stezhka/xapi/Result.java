package ua.stezhka.xapi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came out of it.
 *
 * @param response   the answer in the standard's writing, see {@link Interaction#response}
 * @param duration   ISO 8601 duration as it was told: the standard compares durations as texts
 */
public record Result(
        @Nullable Score score,
        @Nullable Boolean success,
        @Nullable Boolean completion,
        @Nullable String response,
        @Nullable String duration,
        Extensions extensions) {

    /** The percentage of an activity that is done, a whole number 0…100. Source: cmi5, 9.5.5.2. */
    static final String PROGRESS = "https://w3id.org/xapi/cmi5/result/extensions/progress";

    public Result {
        if (duration != null) {
            Rules.duration("result.duration", duration);
        }
    }

    public static Result ofCompletion(boolean completed) {
        return new Result(null, null, completed, null, null, Extensions.NONE);
    }

    public static Result ofSuccess(boolean success) {
        return new Result(null, success, null, null, null, Extensions.NONE);
    }

    public static Result ofResponse(String response, boolean right) {
        return new Result(null, right, null, response, null, Extensions.NONE);
    }

    /** @param percent 0…100 */
    public static Result ofProgress(int percent) {
        if (percent < 0 || percent > 100) {
            throw new InvalidStatement("progress", "is not within 0 and 100: " + percent);
        }
        return new Result(null, null, null, null, null, Extensions.NONE.and(PROGRESS, percent));
    }

    public Result withScore(Score earned) {
        return new Result(earned, success, completion, response, duration, extensions);
    }

    public Result withCompletion(boolean completed) {
        return new Result(score, success, completed, response, duration, extensions);
    }

    /** The time that it took, told in whole seconds; a clock that was put back meanwhile makes it no time at all. */
    public Result lasting(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        return new Result(score, success, completion, response, "PT" + seconds + "S", extensions);
    }
}
