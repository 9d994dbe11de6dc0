package ua.stezhka.quiz;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Json;
import ua.stezhka.platform.PlatformConfig;
import ua.stezhka.platform.Texts;
import ua.stezhka.question.AnswerWords;
import ua.stezhka.question.Answers;
import ua.stezhka.question.Given;
import ua.stezhka.question.QuestionBody;
import ua.stezhka.question.ResponseState;

/** Logs of attempts in words, for those who took them and for staff. */
@Singleton
public class AttemptLogs {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy, HH:mm:ss.SSS");
    private static final String LOG = """
            select kind, at, position, state, answer from quiz.attempt_event where attempt_id = :attempt order by id
            """;

    private final Jdbi jdbi;
    private final QuizVersions versions;
    private final AttemptReader reader;
    private final QuizTimes times;
    private final ZoneId zone;

    AttemptLogs(Jdbi jdbi, QuizVersions versions, AttemptReader reader, QuizTimes times, PlatformConfig config) {
        this.jdbi = jdbi;
        this.versions = versions;
        this.reader = reader;
        this.times = times;
        this.zone = config.zone();
    }

    /** @throws ua.stezhka.platform.Problem.NotFound when this person has no such attempt */
    public LogView of(UUID personId, UUID attemptId, Locale locale) {
        AttemptSheet sheet = reader.whole(personId, attemptId);
        List<LogView.Line> lines = jdbi.withHandle(handle -> handle.createQuery(LOG)
                .bind("attempt", attemptId)
                .map((row, context) -> line(row, sheet, locale))
                .list());
        return new LogView(
                attemptId,
                sheet.quiz().course(),
                sheet.quiz().title().in(locale),
                sheet.quiz().title().languageIn(locale),
                sheet.open(),
                lines);
    }

    /**
     * When an open attempt ends; null when there is no limit.
     *
     * @throws ua.stezhka.platform.Problem.NotFound when this person has no such attempt
     */
    public @Nullable AttemptEndView end(UUID personId, UUID attemptId) {
        return times.end(reader.whole(personId, attemptId));
    }

    private LogView.Line line(ResultSet row, AttemptSheet sheet, Locale locale) throws SQLException {
        int position = row.getInt("position");
        String state = row.getString("state");
        String kind = row.getString("kind");
        boolean ownWords = position > 0 && row.getString("answer") != null && freeText(sheet, position);
        return new LogView.Line(
                MOMENT.format(row.getObject("at", OffsetDateTime.class).atZoneSameInstant(zone)),
                Texts.get(locale, "quiz.event_" + kind),
                position,
                kind.equals("extend")
                        ? List.of(minutes(row.getString("answer"), locale))
                        : state == null ? List.of() : words(sheet, position, state, row.getString("answer"), locale),
                ownWords);
    }

    private boolean freeText(AttemptSheet sheet, int position) {
        return versions.question(sheet.slot(position).orElseThrow().questionVersionId())
                        .body()
                instanceof QuestionBody.FreeText;
    }

    private static String minutes(String answer, Locale locale) {
        return Texts.get(
                locale,
                "quiz.minutes",
                Json.read(answer, JsonNode.class).path("minutes").asInt());
    }

    private List<String> words(AttemptSheet sheet, int position, String state, @Nullable String answer, Locale locale) {
        AttemptSheet.Slot slot = sheet.slot(position).orElseThrow();
        QuestionBody body = versions.question(slot.questionVersionId()).body();
        Given given = new Given(
                ResponseState.of(state), answer == null ? null : Answers.read(body, Json.read(answer, JsonNode.class)));
        return AnswerWords.of(body, given, slot.shown(), locale);
    }
}
