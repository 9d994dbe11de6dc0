package ua.stezhka.framework;

import java.util.List;
import ua.stezhka.platform.LocalText;

/**
 * A framework as its file says it, to be published.
 *
 * @param id            stable id, such as {@code digcomp-ua-citizens}
 * @param issuer        who issued the framework
 * @param edition       the issuer's name of the edition
 * @param namesOfficial whether the titles are the issuer's own words; if not, nobody may quote them as such
 * @param levels        from the lowest to the highest
 */
public record FrameworkDraft(
        String id,
        LocalText name,
        LocalText issuer,
        String edition,
        int year,
        boolean namesOfficial,
        List<Level> levels,
        List<Area> areas) {
    public boolean hasCompetence(String competence) {
        return areas.stream().flatMap(a -> a.competences().stream()).anyMatch(c -> c.id().equals(competence));
    }

    public boolean hasLevel(String level) {
        return levels.stream().anyMatch(l -> l.id().equals(level));
    }
}
