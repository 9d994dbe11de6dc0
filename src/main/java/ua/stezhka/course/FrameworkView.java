package ua.stezhka.course;

import java.util.List;

/**
 * A competence framework and where it is taught.
 *
 * @param namesOfficial whether the titles of the competences are the issuer’s own words
 */
public record FrameworkView(
        String name,
        String issuer,
        String edition,
        int year,
        boolean namesOfficial,
        List<AreaView> areas,
        List<Band> bands) {

    public record AreaView(String id, String name, List<CompetenceView> competences) {}

    public record CompetenceView(String name, String description, List<Teaching> courses) {}

    /** A course that teaches a competence, up to a level. */
    public record Teaching(String slug, String title, String language, String level) {}

    /** The levels of one band. */
    public record Band(String name, List<String> levels) {}
}
