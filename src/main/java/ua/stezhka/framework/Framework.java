package ua.stezhka.framework;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.stezhka.platform.LocalText;

/**
 * One published edition of a competence framework: it never changes.
 *
 * @param edition       the edition
 * @param id            stable id of the framework, such as {@code digcomp-ua-citizens}
 * @param issuer        who issued the framework
 * @param label         the issuer's name of the edition
 * @param namesOfficial whether the titles are the issuer's own words; if not, a page calls them working titles
 * @param levels        from the lowest to the highest
 */
public record Framework(
        UUID edition,
        String id,
        LocalText name,
        LocalText issuer,
        String label,
        int year,
        boolean namesOfficial,
        List<Level> levels,
        List<Area> areas) {
    public Optional<Area> area(String areaId) {
        return areas.stream().filter(area -> area.id().equals(areaId)).findFirst();
    }

    public Optional<Competence> competence(String competenceId) {
        return areas.stream()
                .flatMap(area -> area.competences().stream())
                .filter(competence -> competence.id().equals(competenceId))
                .findFirst();
    }

    /** The area that a competence belongs to. */
    public Optional<Area> areaOf(String competenceId) {
        return areas.stream()
                .filter(area -> area.competences().stream().anyMatch(c -> c.id().equals(competenceId)))
                .findFirst();
    }

    public Optional<Level> level(String levelId) {
        return levels.stream().filter(level -> level.id().equals(levelId)).findFirst();
    }

    /** The name of a band, such as «Базовий рівень». */
    public Optional<LocalText> bandName(String band) {
        return levels.stream()
                .filter(level -> level.band().equals(band))
                .findFirst()
                .map(Level::bandName);
    }
}
