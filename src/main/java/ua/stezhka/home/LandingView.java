package ua.stezhka.home;

import java.util.List;

/**
 * The landing page.
 *
 * @param firstLesson where the first lesson begins
 * @param returning   whether this browser has learnt here already
 * @param courses     three courses
 */
public record LandingView(String firstLesson, boolean returning, List<CourseCard> courses) {}
