package ua.stezhka.question;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody gave for an answer.
 *
 * @param number   1 for the first mark of an answer; one more for each that takes its place
 * @param markerId null when the marker is erased
 * @param points   criterion → points
 */
public record Mark(
        int position,
        int number,
        @Nullable UUID markerId,
        Map<String, Integer> points,
        Score score,
        String comment,
        Instant markedAt) {

    public boolean says(UUID marker, Map<String, Integer> others, String words) {
        return marker.equals(markerId) && points.equals(others) && comment.equals(words);
    }

    /** The score of these points. @throws MalformedAnswer with the criterion whose points are missing or impossible */
    public static Score score(AnswerKey.Rubric rubric, Map<String, Integer> points) {
        long earned = 0;
        for (AnswerKey.Criterion criterion : rubric.criteria()) {
            Integer given = points.get(criterion.id());
            if (given == null || given < 0 || given > criterion.points()) {
                throw new MalformedAnswer("points-" + criterion.id());
            }
            earned += given;
        }
        if (points.size() > rubric.criteria().size()) {
            throw new MalformedAnswer("points");
        }
        return new Score(earned, rubric.most());
    }
}
