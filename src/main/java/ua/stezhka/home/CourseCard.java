package ua.stezhka.home;

/**
 * A course on a card.
 *
 * @param picture sanitised SVG
 */
public record CourseCard(
        String slug,
        String title,
        String language,
        String picture,
        String area,
        int lessons,
        int minutes,
        String audience) {}
