package ua.stezhka.learning;

/** A course in the administrator's list, with its numbers. */
public record CourseRow(
        String slug, String title, int revision, String publishedOn, int lessons, int enrolments, int completions) {}
