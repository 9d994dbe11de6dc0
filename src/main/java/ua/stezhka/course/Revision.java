package ua.stezhka.course;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.stezhka.platform.LocalText;

/**
 * One published state of a course: it never changes, so it is rendered once and kept in memory.
 *
 * @param id           the revision
 * @param courseId     the course it is a revision of
 * @param slug         the course's id in the content and its address
 * @param number       1, 2, 3 … within the course
 * @param languages    uk alone, or uk and en
 * @param audience     for whom: everyone, older-people, parents …
 * @param band         basic, intermediate or advanced
 * @param framework    id of the competence framework
 * @param competences  what the course teaches and up to which level
 * @param outcomes     what a person can do afterwards
 * @param picture      the cover: sanitised SVG, decorative
 * @param pictureAlt   what the cover shows
 * @param checkedOn    when somebody last checked the facts
 * @param quiz         the final quiz
 */
public record Revision(
        UUID id,
        UUID courseId,
        String slug,
        int number,
        Instant publishedAt,
        List<String> languages,
        LocalText title,
        LocalText summary,
        List<String> audience,
        String band,
        String framework,
        List<Target> competences,
        List<LocalText> outcomes,
        String picture,
        LocalText pictureAlt,
        LocalDate checkedOn,
        List<Section> sections,
        FinalQuiz quiz) {

    /** All lessons in their order. */
    public List<Lesson> lessons() {
        return sections.stream().flatMap(section -> section.lessons().stream()).toList();
    }

    public Optional<Lesson> lesson(String lessonId) {
        return lessons().stream().filter(lesson -> lesson.id().equals(lessonId)).findFirst();
    }

    /** Usual time of all lessons, in minutes. */
    public int minutes() {
        return lessons().stream().mapToInt(Lesson::minutes).sum();
    }

    /** Whether the course exists in this language. */
    public boolean speaks(String language) {
        return languages.contains(language);
    }

    /** A competence that the course teaches, up to a level; both by their ids in the framework. */
    public record Target(String competence, String level) {}

    /**
     * The final quiz of the course.
     *
     * @param questions   how many an attempt has
     * @param passPercent what is needed to pass
     * @param minutes     usual time, never a limit
     */
    public record FinalQuiz(int questions, int passPercent, int minutes) {}

    /** A part of a course. */
    public record Section(String id, LocalText title, List<Lesson> lessons) {}

    /**
     * A lesson.
     *
     * @param id       stable within the course
     * @param position 1, 2, 3 … within the course
     * @param minutes  usual time
     */
    public record Lesson(String id, int position, LocalText title, int minutes, List<Step> steps) {
        public Optional<Step> step(String stepId) {
            return steps.stream().filter(step -> step.id().equals(stepId)).findFirst();
        }

        /** The step at this place, 1-based. */
        public Optional<Step> stepAt(int place) {
            return place < 1 || place > steps.size() ? Optional.empty() : Optional.of(steps.get(place - 1));
        }
    }

    /**
     * A step: one idea on one screen.
     *
     * @param id       stable within the lesson
     * @param position 1, 2, 3 … within the lesson
     * @param html     sanitised HTML, ready to be shown: text, pictures, notes
     * @param question content id of the check question that the step shows, if any
     */
    public record Step(String id, int position, LocalText title, LocalText html, Optional<String> question) {}
}
