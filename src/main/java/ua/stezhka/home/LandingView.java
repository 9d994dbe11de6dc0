package ua.stezhka.home;

import java.util.List;

/** The landing page: where the first lesson begins, three courses. */
public record LandingView(String firstLesson, List<CourseCard> courses) {}
