package ua.stezhka.learning;

import io.quarkus.qute.RawString;
import java.util.List;

/**
 * A course as its page shows it.
 *
 * @param language    language of the content: Ukrainian where there is no translation
 * @param areas       names of the framework's areas it belongs to
 * @param mainAddress where the one main button leads
 * @param state       new, begun, quiz (all lessons done) or completed
 * @param nextTitle   the lesson to go on with, empty when there is none
 * @param rightAnswers how many right answers of {@code questions} pass the quiz
 */
public record CourseView(
        String slug,
        String title,
        String summary,
        String language,
        RawString picture,
        List<String> areas,
        String band,
        List<String> audience,
        boolean translated,
        int lessons,
        int minutes,
        String state,
        String mainAddress,
        String nextTitle,
        int nextPosition,
        int minutesLeft,
        int percent,
        List<SectionView> sections,
        List<String> outcomes,
        List<TargetView> competences,
        boolean officialNames,
        int questions,
        int rightAnswers,
        boolean quizPassed,
        String checkedOn) {

    /** A section with its lessons. */
    public record SectionView(String title, List<LessonRow> lessons) {}

    /**
     * A lesson in the outline.
     *
     * @param state done, here or ahead
     */
    public record LessonRow(String address, String title, int minutes, String state, int step, int steps) {}

    /** A competence that the course teaches, up to a level, both in words. */
    public record TargetView(String competence, String level) {}
}
