package ua.stezhka.course;

import io.quarkus.qute.RawString;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ua.stezhka.course.CatalogueView.Card;
import ua.stezhka.course.CatalogueView.Choice;
import ua.stezhka.course.CatalogueView.Link;
import ua.stezhka.framework.Framework;
import ua.stezhka.framework.Frameworks;

/** The courses that people can choose from, at most two statements whatever their number. */
@Singleton
class Catalogue {
    private static final List<String> AUDIENCES = List.of(
            CatalogueFilter.EVERYONE,
            "older-people",
            "parents",
            "pupils",
            "teachers",
            "officials",
            "job-seekers",
            "entrepreneurs",
            "medics");
    private static final List<String> BANDS = List.of("basic", "intermediate", "advanced");

    private final Courses courses;
    private final Frameworks frameworks;

    Catalogue(Courses courses, Frameworks frameworks) {
        this.courses = courses;
        this.frameworks = frameworks;
    }

    List<Revision> find(CatalogueFilter filter) {
        return fitting(courses.all(), filter, known());
    }

    CatalogueView view(CatalogueFilter filter, Locale locale) {
        List<Revision> all = courses.all();
        Map<String, Framework> known = known();
        List<Framework> followed = all.stream()
                .map(course -> known.get(course.framework()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new CatalogueView(
                !filter.isEmpty(),
                filter.isDetailed(),
                withAny(areas(all, followed, filter, locale)),
                choices(AUDIENCES, all.stream().flatMap(course -> course.audience().stream()), filter.audience()),
                withAny(choices(BANDS, BANDS.stream(), Set.of(filter.band()))),
                withAny(choices(
                        CatalogueFilter.DURATIONS, CatalogueFilter.DURATIONS.stream(), Set.of(filter.minutes()))),
                followed.stream()
                        .map(f -> new Link(f.id(), f.name().in(locale)))
                        .toList(),
                fitting(all, filter, known).stream()
                        .map(course -> card(course, locale))
                        .toList());
    }

    private Map<String, Framework> known() {
        return frameworks.all().stream().collect(Collectors.toMap(Framework::id, Function.identity()));
    }

    private static List<Revision> fitting(List<Revision> all, CatalogueFilter filter, Map<String, Framework> known) {
        return all.stream()
                .filter(course -> Optional.ofNullable(known.get(course.framework()))
                        .filter(framework -> filter.fits(course, framework))
                        .isPresent())
                .toList();
    }

    private static List<Choice> areas(
            List<Revision> all, List<Framework> followed, CatalogueFilter filter, Locale locale) {
        Set<String> taught = all.stream()
                .flatMap(course -> course.competences().stream())
                .map(Revision.Target::competence)
                .collect(Collectors.toSet());
        return followed.stream()
                .flatMap(framework -> framework.areas().stream())
                .filter(area -> area.competences().stream().anyMatch(c -> taught.contains(c.id())))
                .map(area ->
                        new Choice(area.id(), area.name().in(locale), area.id().equals(filter.area())))
                .toList();
    }

    /** The values that are there, in their order. */
    private static List<Choice> choices(List<String> inOrder, Stream<String> there, Set<String> chosen) {
        Set<String> useful = there.collect(Collectors.toSet());
        return inOrder.stream()
                .filter(useful::contains)
                .map(value -> new Choice(value, "", chosen.contains(value)))
                .toList();
    }

    /** Radio buttons begin with one that asks for nothing. */
    private static List<Choice> withAny(List<Choice> choices) {
        Choice any = new Choice("", "", choices.stream().noneMatch(Choice::chosen));
        return Stream.concat(Stream.of(any), choices.stream()).toList();
    }

    private static Card card(Revision course, Locale locale) {
        return new Card(
                course.slug(),
                course.title().in(locale),
                course.summary().in(locale),
                course.title().languageIn(locale),
                new RawString(course.picture()),
                course.band(),
                course.audience(),
                course.lessons().size(),
                course.minutes());
    }
}
