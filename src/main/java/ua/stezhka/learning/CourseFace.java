package ua.stezhka.learning;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * What the page of a course shows everybody alike: a published revision in one language of the interface.
 *
 * @param language     language of the content: Ukrainian where there is no translation
 * @param areas        names of the framework's areas it belongs to
 * @param rightAnswers how many right answers of {@code questions} pass the quiz
 */
public record CourseFace(
        Key key,
        String slug,
        String title,
        String summary,
        String language,
        List<String> areas,
        String band,
        List<String> audience,
        boolean translated,
        int lessons,
        int minutes,
        List<String> outcomes,
        List<TargetView> competences,
        boolean officialNames,
        int questions,
        int rightAnswers,
        String checkedOn) {

    /** What tells one face from another: the course, the edition of its framework, the language. */
    public record Key(UUID revision, UUID edition, Locale locale) {}

    /** A competence that the course teaches, up to a level, both in words. */
    public record TargetView(String competence, String level) {}
}
