package ua.stezhka.course;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import ua.stezhka.framework.Framework;

/**
 * What somebody looks for in the catalogue. Each part left empty asks for nothing; unknown words find nothing and harm nothing.
 *
 * @param area     id of an area of the framework
 * @param audience for whom; a course for everyone is for each of them too
 * @param band     basic, intermediate or advanced
 * @param minutes  how long: {@code 30} and {@code 60} mean up to so many minutes, {@code more} means longer
 */
record CatalogueFilter(String area, Set<String> audience, String band, String minutes) {
    static final List<String> DURATIONS = List.of("30", "60", "more");
    static final String EVERYONE = "everyone";

    private static final int HOUR = 60;

    static CatalogueFilter of(
            @Nullable String area, @Nullable List<String> audience, @Nullable String band, @Nullable String minutes) {
        return new CatalogueFilter(
                area == null ? "" : area,
                audience == null ? Set.of() : new TreeSet<>(audience),
                band == null ? "" : band,
                minutes == null ? "" : minutes);
    }

    boolean isEmpty() {
        return area.isEmpty() && audience.isEmpty() && band.isEmpty() && minutes.isEmpty();
    }

    /** Whether it asks for more than an audience. */
    boolean isDetailed() {
        return !(area.isEmpty() && band.isEmpty() && minutes.isEmpty());
    }

    boolean fits(Revision course, Framework framework) {
        return (area.isEmpty() || teaches(course, framework))
                && (audience.isEmpty() || course.audience().stream().anyMatch(this::asksFor))
                && (band.isEmpty() || band.equals(course.band()))
                && fitsTime(course.minutes());
    }

    private boolean teaches(Revision course, Framework framework) {
        return course.competences().stream()
                .flatMap(target -> framework.areaOf(target.competence()).stream())
                .anyMatch(known -> known.id().equals(area));
    }

    private boolean asksFor(String courseAudience) {
        return courseAudience.equals(EVERYONE) || audience.contains(courseAudience);
    }

    private boolean fitsTime(int needed) {
        return switch (minutes) {
            case "" -> true;
            case "30" -> needed <= HOUR / 2;
            case "60" -> needed <= HOUR;
            case "more" -> needed > HOUR;
            default -> false;
        };
    }
}
