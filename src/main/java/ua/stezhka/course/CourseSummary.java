package ua.stezhka.course;

import java.time.LocalDate;
import java.util.List;
import ua.stezhka.platform.LocalText;

/**
 * One course in the catalogue, for programs.
 *
 * @param slug      stable id and address
 * @param revision  number of the published revision
 * @param languages uk alone, or uk and en
 * @param band      basic, intermediate or advanced
 * @param framework id of the competence framework
 * @param lessons   how many
 * @param minutes   usual time of all lessons
 * @param checkedOn when somebody last checked the facts
 */
public record CourseSummary(
        String slug,
        int revision,
        List<String> languages,
        LocalText title,
        LocalText summary,
        List<String> audience,
        String band,
        String framework,
        List<Revision.Target> competences,
        int lessons,
        int minutes,
        LocalDate checkedOn) {
    static CourseSummary of(Revision course) {
        return new CourseSummary(
                course.slug(),
                course.number(),
                course.languages(),
                course.title(),
                course.summary(),
                course.audience(),
                course.band(),
                course.framework(),
                course.competences(),
                course.lessons().size(),
                course.minutes(),
                course.checkedOn());
    }
}
