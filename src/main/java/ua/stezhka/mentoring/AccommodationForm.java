package ua.stezhka.mentoring;

import java.util.UUID;
import ua.stezhka.platform.Faults;

/**
 * The page on which staff gives a person more time in quizzes.
 *
 * @param chosen   usual, half_more, double or unlimited
 * @param bySelf   the person has chosen it
 * @param since    since when, empty for the usual time
 */
public record AccommodationForm(
        UUID personId, String name, String chosen, boolean bySelf, String since, Faults faults, boolean saved) {}
