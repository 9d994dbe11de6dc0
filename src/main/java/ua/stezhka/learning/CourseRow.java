package ua.stezhka.learning;

/**
 * A course in the administrator's list, with its numbers.
 *
 * @param language of the title, which may have no translation
 */
public record CourseRow(
        String slug,
        String title,
        String language,
        int revision,
        String publishedOn,
        int lessons,
        int enrolments,
        int completions) {}
