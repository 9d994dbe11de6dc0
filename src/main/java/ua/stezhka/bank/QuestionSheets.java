package ua.stezhka.bank;

import io.quarkus.qute.RawString;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import ua.stezhka.course.Courses;
import ua.stezhka.course.Revision;
import ua.stezhka.platform.Dates;
import ua.stezhka.platform.Json;
import ua.stezhka.platform.LocalText;
import ua.stezhka.platform.PlatformConfig;
import ua.stezhka.platform.Texts;
import ua.stezhka.quiz.BankedVersion;
import ua.stezhka.quiz.QuestionBank;

/** Gathers what the page of a question shows; each thing in one statement, however many versions there are. */
@Singleton
class QuestionSheets {
    private static final String USES = """
            select q.lesson, z.course, z.title from quiz.pool_question p
            join quiz.quiz q on q.current_version_id = p.quiz_version_id
            join quiz.quiz_version z on z.id = q.current_version_id
            join quiz.question_version v on v.id = p.question_version_id
            where v.question_id = :question order by q.lesson nulls first
            """;
    private static final String ATTEMPTS = """
            select v.id, count(a.id) as attempts from quiz.question_version v
            join quiz.attempt_question q on q.question_version_id = v.id
            join quiz.attempt a on a.id = q.attempt_id and a.kind <> 'trial'
            where v.question_id = :question group by v.id
            """;

    private final Jdbi jdbi;
    private final QuestionBank bank;
    private final VersionDeeds deeds;
    private final BankNotes notes;
    private final BankNames names;
    private final Courses courses;
    private final ZoneId zone;

    QuestionSheets(
            Jdbi jdbi,
            QuestionBank bank,
            VersionDeeds deeds,
            BankNotes notes,
            BankNames names,
            Courses courses,
            PlatformConfig config) {
        this.jdbi = jdbi;
        this.bank = bank;
        this.deeds = deeds;
        this.notes = notes;
        this.names = names;
        this.courses = courses;
        this.zone = config.zone();
    }

    /**
     * What is asked of the page.
     *
     * @param from number of the older version to compare; 0 for the one before the newest
     * @param to   number of the newer one; 0 for the newest
     * @param done what was done just now
     */
    record Asked(UUID question, int from, int to, UUID viewer, QuestionSheet.Rights rights, String done) {}

    /** @throws ua.stezhka.platform.Problem.NotFound when there is no such question */
    QuestionSheet of(Asked asked, Locale locale) {
        List<BankedVersion> versions = bank.versions(asked.question);
        UUID id = versions.getFirst().questionId();
        BankedVersion standing = standing(versions);
        UUID shown = standing.id();
        return new QuestionSheet(
                id,
                standing.contentId(),
                standing.plain().in(locale),
                standing.plain().languageIn(locale),
                facts(standing, locale),
                rows(versions, asked, locale),
                compared(versions, asked, locale),
                bank.look(shown, "q", false, locale),
                bank.look(shown, "k", true, locale),
                bank.rightAnswer(shown, locale),
                new RawString(bank.explanation(shown, locale)),
                uses(id, locale),
                notes.reportsOf(id, locale),
                notes.regradingsOf(id),
                asked.rights,
                asked.done);
    }

    /** What people get now, or the newest draft of a question that nobody gets. */
    private static BankedVersion standing(List<BankedVersion> versions) {
        return versions.stream()
                .filter(version -> version.publishedAt() != null)
                .findFirst()
                .orElse(versions.getFirst());
    }

    private QuestionSheet.Facts facts(BankedVersion version, Locale locale) {
        Revision course = courses.all().stream()
                .filter(revision -> revision.courseId().equals(version.courseId()))
                .findFirst()
                .orElse(null);
        return new QuestionSheet.Facts(
                course == null ? "" : course.slug(),
                course == null ? "" : course.title().in(locale),
                version.type(),
                names.competence(version.competence(), locale),
                version.level(),
                course == null ? List.of() : course.audience(),
                Objects.requireNonNullElse(version.difficulty(), ""),
                Objects.requireNonNullElse(version.source(), ""));
    }

    private List<QuestionSheet.Version> rows(List<BankedVersion> versions, Asked asked, Locale locale) {
        Map<UUID, List<VersionDeeds.Deed>> done = deeds.of(versions.getFirst().questionId());
        Map<UUID, Integer> attempts = attempts(versions.getFirst().questionId());
        UUID standing = standing(versions).id();
        List<QuestionSheet.Version> rows = new ArrayList<>();
        for (BankedVersion version : versions) {
            List<VersionDeeds.Deed> own = done.getOrDefault(version.id(), List.of());
            boolean published = version.publishedAt() != null;
            boolean replaced = published && !version.id().equals(standing);
            rows.add(new QuestionSheet.Version(
                    version.id(),
                    versions.size() - rows.size(),
                    replaced && version.retiredAt() == null ? "replaced" : version.state(),
                    dates(version, own, locale),
                    attempts.getOrDefault(version.id(), 0),
                    version.id().equals(standing) && KeyForm.fits(version),
                    own.stream()
                            .noneMatch(deed -> deed.kind().equals("drafted") && asked.viewer.equals(deed.personId())),
                    version.id().equals(standing) && versions.size() > 1 && published));
        }
        return rows;
    }

    private List<String> dates(BankedVersion version, List<VersionDeeds.Deed> deeds, Locale locale) {
        List<String> dates = new ArrayList<>();
        if (version.draftedAt() == null) {
            dates.add(Texts.get(locale, "bank.cameFromFile", Dates.dateTime(version.publishedAt(), zone)));
        }
        deeds.forEach(deed -> dates.add(Texts.get(
                locale,
                "bank.deed_" + deed.kind(),
                Dates.dateTime(deed.doneAt(), zone),
                deed.name().isEmpty() ? "—" : deed.name())));
        return dates;
    }

    private Map<UUID, Integer> attempts(UUID questionId) {
        Map<UUID, Integer> attempts = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(ATTEMPTS)
                .bind("question", questionId)
                .map((row, context) -> attempts.put(row.getObject("id", UUID.class), row.getInt("attempts")))
                .list());
        return attempts;
    }

    private static QuestionSheet.@Nullable Comparison compared(
            List<BankedVersion> versions, Asked asked, Locale locale) {
        int last = versions.size();
        if (last < 2) {
            return null;
        }
        int to = asked.to < 1 || asked.to > last ? last : asked.to;
        int from = asked.from < 1 || asked.from > last ? Math.max(1, to - 1) : asked.from;
        return new QuestionSheet.Comparison(
                from, to, VersionDifferences.between(versions.get(last - from), versions.get(last - to), locale));
    }

    private List<QuestionSheet.Use> uses(UUID questionId, Locale locale) {
        return jdbi.withHandle(handle -> handle.createQuery(USES)
                .bind("question", questionId)
                .map((row, context) -> {
                    LocalText title = Json.read(row.getString("title"), LocalText.class);
                    String lesson = row.getString("lesson");
                    String course = "/courses/" + row.getString("course");
                    return new QuestionSheet.Use(
                            title.in(locale),
                            title.languageIn(locale),
                            lesson == null ? course + "/quiz" : course + "/lessons/" + lesson,
                            lesson != null);
                })
                .list());
    }
}
