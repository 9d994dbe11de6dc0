package ua.stezhka.certificate;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import ua.stezhka.platform.Texts;

/**
 * A certificate as it is laid out: every text ready, the holder's name and the course's title broken into lines.
 *
 * @param document what it says
 * @param spacing  how close the lines stand
 * @param holder   the name in lines
 * @param course   the title in lines
 */
public record CertificateSheet(CertificateDocument document, Spacing spacing, FittedLines holder, FittedLines course) {
    /** How close the lines stand; the name in lower case is the class in the style sheet. */
    public enum Spacing {
        ROOMY,
        CLOSE,
        TIGHT,
        CLOSEST;

        /** The one to try when so many were too wide. */
        static Spacing after(int tried) {
            return List.of(values()).get(tried);
        }

        boolean isClosest() {
            return this == CLOSEST;
        }
    }

    /** An area of the framework with the competences in it. */
    public record Area(String name, List<CertifiedCompetence> competences) {}

    static final double COLUMN = 546;

    private static final List<FittedLines.Step> NAME = List.of(
            new FittedLines.Step(44, 1),
            new FittedLines.Step(40, 1),
            new FittedLines.Step(36, 1),
            new FittedLines.Step(32, 2),
            new FittedLines.Step(28, 2),
            new FittedLines.Step(25, 2),
            new FittedLines.Step(22, 3),
            new FittedLines.Step(18, 4));
    private static final List<FittedLines.Step> TITLE = List.of(
            new FittedLines.Step(23, 1),
            new FittedLines.Step(21, 2),
            new FittedLines.Step(18, 2),
            new FittedLines.Step(15.5, 3),
            new FittedLines.Step(13, 4),
            new FittedLines.Step(11, 5));

    /** @param width of a text in the boldest face at a size of one point */
    static CertificateSheet of(CertificateDocument document, Spacing spacing, ToDoubleFunction<String> width) {
        String title = Typography.held(Typography.quoted(document.course(), document.language()));
        FittedLines holder = FittedLines.fit(document.holder(), COLUMN, NAME, width);
        // The name is the largest thing on the page, whatever its length.
        List<FittedLines.Step> smaller = TITLE.stream()
                .filter(step -> step.size()
                        <= Math.max(holder.size() * 0.8, TITLE.getLast().size()))
                .toList();
        return new CertificateSheet(document, spacing, holder, FittedLines.fit(title, COLUMN, smaller, width));
    }

    public String style() {
        return spacing.name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return Texts.get(document.language(), "certificate.documentTitle", quotedCourse(), document.holder());
    }

    public String subject() {
        return Texts.get(
                document.language(),
                "certificate.documentSubject",
                quotedCourse(),
                document.number().toString());
    }

    /** The usual time of the course in hours and minutes. */
    public String time() {
        List<String> parts = new ArrayList<>();
        Duration time = document.time();
        if (time.toHours() > 0) {
            parts.add(Texts.get(document.language(), "certificate.hours", time.toHours()));
        }
        if (time.toMinutesPart() > 0 || parts.isEmpty()) {
            parts.add(Texts.get(document.language(), "certificate.minutes", time.toMinutesPart()));
        }
        return String.join(" ", parts);
    }

    public String evidence() {
        return Texts.get(document.language(), "certificate.evidence_" + grade());
    }

    public String evidenceMeaning() {
        return Texts.get(document.language(), "certificate.evidence_meaning_" + grade());
    }

    public List<Area> areas() {
        List<Area> areas = new ArrayList<>();
        for (CertifiedCompetence competence : document.competences()) {
            if (areas.isEmpty() || !areas.getLast().name().equals(competence.area())) {
                areas.add(new Area(competence.area(), new ArrayList<>()));
            }
            areas.getLast().competences().add(competence);
        }
        return areas;
    }

    public String issuedOn() {
        String pattern = Texts.get(document.language(), "certificate.datePattern");
        return DateTimeFormatter.ofPattern(pattern, document.language()).format(document.issuedOn());
    }

    /** The number in two lines. */
    public List<String> numberLines() {
        String number = document.number().toString();
        int half = number.indexOf('-', number.length() / 2) + 1;
        return List.of(number.substring(0, half), number.substring(half));
    }

    /** The address where numbers are typed, as people write it. */
    public String checkPlace() {
        String address = document.check().toString();
        return address.substring(0, address.lastIndexOf('/')).replaceFirst("^https?://", "");
    }

    private String quotedCourse() {
        return Typography.quoted(document.course(), document.language());
    }

    private String grade() {
        return document.evidence().name().toLowerCase(Locale.ROOT);
    }
}
