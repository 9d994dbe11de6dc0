package ua.stezhka.quiz;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.platform.Demonstration;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.Languages;
import ua.stezhka.platform.Texts;
import ua.stezhka.question.Answer;
import ua.stezhka.question.Given;
import ua.stezhka.question.QuestionBody;
import ua.stezhka.question.QuestionVersion;

/** Writes and marks works of the invented people of a demonstration, by the ways of real people. */
@Singleton
public class DemonstrationWorks {
    private final Demonstration demonstration;
    private final Jdbi jdbi;
    private final AttemptReader reader;
    private final QuizVersions versions;
    private final Attempts attempts;
    private final Doors doors;

    DemonstrationWorks(
            Demonstration demonstration,
            Jdbi jdbi,
            AttemptReader reader,
            QuizVersions versions,
            Attempts attempts,
            Doors doors) {
        this.demonstration = demonstration;
        this.jdbi = jdbi;
        this.reader = reader;
        this.versions = versions;
        this.attempts = attempts;
        this.doors = doors;
    }

    /** Where answers and marks go in. */
    @Singleton
    static class Doors {
        final Responses responses;
        final Uploads uploads;
        final Marking marking;

        Doors(Responses responses, Uploads uploads, Marking marking) {
            this.responses = responses;
            this.uploads = uploads;
            this.marking = marking;
        }
    }

    /**
     * Takes a final quiz: answers what people mark by this text, or by a file that holds it, and submits.
     *
     * @throws IllegalStateException where this is no demonstration
     */
    public void submit(UUID personId, UUID quizId, String text) {
        requireDemonstration();
        Learner learner = learner(personId);
        UUID attempt = attempts.start(learner, quizId);
        for (AttemptSheet.Slot slot : reader.whole(personId, attempt).slots()) {
            int position = slot.position();
            switch (versions.question(slot.questionVersionId()).body()) {
                case QuestionBody.FreeText b ->
                    doors.responses.save(
                            personId, attempt, position, Ids.next(), 0, body -> Given.of(new Answer.FreeText(text)));
                case QuestionBody.FileWork b ->
                    doors.uploads.take(
                            new Uploads.Place(personId, attempt, position),
                            Texts.get(Languages.UK, "quiz.demoFile") + ".txt",
                            text.getBytes(StandardCharsets.UTF_8));
                default -> {}
            }
        }
        attempts.submit(learner, attempt);
    }

    /**
     * Marks the answers that wait: two points for each criterion that gives so many.
     *
     * @param comments question → what is said of the answer
     * @throws IllegalStateException where this is no demonstration
     */
    public void mark(UUID markerId, UUID personId, UUID quizId, Map<String, String> comments) {
        requireDemonstration();
        UUID attempt = attempts.standing(personId, quizId).waiting().orElseThrow();
        for (AttemptSheet.Slot slot : reader.whole(personId, attempt).slots()) {
            QuestionVersion question = versions.question(slot.questionVersionId());
            if (question.markedByPeople(slot.given())) {
                Map<String, Integer> points = new HashMap<>();
                question.rubric()
                        .orElseThrow()
                        .criteria()
                        .forEach(criterion -> points.put(criterion.id(), Math.min(2, criterion.points())));
                String comment = comments.getOrDefault(question.contentId(), "");
                doors.marking.mark(attempt, slot.position(), new Marking.Said(markerId, 0, points, comment));
            }
        }
    }

    private Learner learner(UUID personId) {
        return new Learner(personId, jdbi.withHandle(handle -> handle.createQuery(
                        "select actor_id from account.person where id = :id")
                .bind("id", personId)
                .mapTo(UUID.class)
                .one()));
    }

    private void requireDemonstration() {
        if (!demonstration.on()) {
            throw new IllegalStateException("only a demonstration writes for others");
        }
    }
}
