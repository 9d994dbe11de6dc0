package ua.stezhka.quiz;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import ua.stezhka.question.Given;

/** What the log of an attempt says: of each question the save with the highest revision, whatever the order of the lines. */
final class AttemptLog {
    private AttemptLog() {}

    /** An acknowledged save as the log has it. */
    record Line(int position, int revision, Given given) {}

    /** Position → what counts. */
    static Map<Integer, Line> latest(Collection<Line> lines) {
        Map<Integer, Line> latest = new HashMap<>();
        lines.forEach(line ->
                latest.merge(line.position(), line, (one, two) -> one.revision() >= two.revision() ? one : two));
        return latest;
    }
}
