package ua.stezhka.home;

import io.quarkus.qute.RawString;

/** A course on a card. */
public record CourseCard(
        String slug,
        String title,
        String language,
        RawString picture,
        String area,
        int lessons,
        int minutes,
        String audience) {}
