package ua.stezhka.certificate;

/**
 * A competence on a certificate, in the words that are printed.
 *
 * @param area       the area of the framework
 * @param competence the competence
 * @param level      the level as words
 */
public record CertifiedCompetence(String area, String competence, String level) {
    public CertifiedCompetence {
        area = Typography.tidy(area);
        competence = Typography.tidy(competence);
        level = Typography.tidy(level);
    }
}
