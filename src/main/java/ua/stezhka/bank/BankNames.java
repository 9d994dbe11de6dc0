package ua.stezhka.bank;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import ua.stezhka.course.Courses;
import ua.stezhka.course.Revision;
import ua.stezhka.framework.Framework;
import ua.stezhka.framework.Frameworks;
import ua.stezhka.framework.Level;

/** Names of what questions are about: courses, competences, levels, audiences. All of it is kept in memory by its module. */
@Singleton
class BankNames {
    private final Courses courses;
    private final Frameworks frameworks;

    BankNames(Courses courses, Frameworks frameworks) {
        this.courses = courses;
        this.frameworks = frameworks;
    }

    List<BankOption> courses(Locale locale) {
        return courses.all().stream()
                .map(course -> new BankOption(course.slug(), course.title().in(locale)))
                .toList();
    }

    List<BankOption> competences(Locale locale) {
        return frameworks.all().stream()
                .flatMap(framework -> framework.areas().stream())
                .flatMap(area -> area.competences().stream())
                .map(competence -> new BankOption(
                        competence.id(),
                        competence.number() + ' ' + competence.name().in(locale)))
                .distinct()
                .toList();
    }

    List<BankOption> levels() {
        return frameworks.all().stream()
                .map(Framework::levels)
                .flatMap(List::stream)
                .map(Level::id)
                .distinct()
                .map(level -> new BankOption(level, level))
                .toList();
    }

    List<String> audiences() {
        return courses.all().stream()
                .map(Revision::audience)
                .flatMap(List::stream)
                .distinct()
                .sorted()
                .toList();
    }

    /** The name of a competence, or its id where no framework knows it any more. */
    String competence(String id, Locale locale) {
        return competences(locale).stream()
                .filter(option -> option.key().equals(id))
                .map(BankOption::text)
                .findFirst()
                .orElse(id);
    }

    /** The title of a course, or its id where it is withdrawn. */
    String course(String slug, Locale locale) {
        return courses(locale).stream()
                .filter(option -> option.key().equals(slug))
                .map(BankOption::text)
                .findFirst()
                .orElse(slug);
    }
}
