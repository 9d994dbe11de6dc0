package ua.stezhka.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ua.stezhka.chaos.Browser.Request;
import ua.stezhka.chaos.Operation.Kind;
import ua.stezhka.chaos.Operation.Outcome;

/** Somebody who takes quizzes, thinks, changes their mind, opens a second window, loses the connection, and is patient. */
final class Taker implements Runnable {
    private static final String COURSE = GroundContent.COURSE;
    private static final String PASSWORD = "calm-hedgehog-river-lamp-7";
    private static final int LEARNERS = 10;
    private static final double LONGEST_BACKOFF = 8;
    private static final double WALKS_AWAY = 0.05;
    private static final double CHANGES_MIND = 0.3;
    private static final double SECOND_WINDOW = 0.05;
    private static final double SAVES_TOO_LATE = 0.2;

    private final int number;
    private final Browser browser;
    private final History history;
    private final Options options;
    private final Hours hours;
    private final Random random;
    private int requests;

    Taker(int number, Browser browser, History history, Options options, Hours hours) {
        this.number = number;
        this.browser = browser;
        this.history = history;
        this.options = options;
        this.hours = hours;
        this.random = new Random(options.seed() * 10_007 + number);
    }

    /** How a request ended. @param reply absent when nobody ever said anything final */
    private record Told(@Nullable Reply reply, int tries, Duration took) {
        int status() {
            return reply == null ? 0 : reply.status();
        }

        @Nullable
        JsonNode json() {
            return reply == null ? null : reply.json();
        }
    }

    @Override
    public void run() {
        history.running().incrementAndGet();
        try {
            Pause.seconds(random.nextDouble() * options.think()[1] * 2);
            if (number % 2 == 0) {
                register();
            }
            if (number % LEARNERS == 0) {
                learn();
            }
            while (hours.open()) {
                think();
                attempt();
            }
        } finally {
            history.running().decrementAndGet();
        }
    }

    private void think() {
        double[] think = options.think();
        Pause.seconds(think[0] + random.nextDouble() * (think[1] - think[0]));
    }

    private void register() {
        String login = "taker-" + number;
        Told told = ask(Request.json("POST", "/api/v1/accounts", """
                        {"name": "Taker %d", "loginName": "%s", "password": "%s"}""".formatted(number, login, PASSWORD)), false);
        if (told.status() != 201 && told.status() != 0) {
            // An answer was lost: the account is there.
            told = ask(Request.json("POST", "/api/v1/sessions", """
                    {"login": "%s", "password": "%s"}""".formatted(login, PASSWORD)), false);
        }
        add(Kind.SIGN_IN, Operation.NOWHERE, told, told.status() == 201 ? Outcome.ACKNOWLEDGED : Outcome.UNKNOWN, "");
    }

    private void learn() {
        for (String lesson : GroundContent.lessons()) {
            Told told;
            int step = 1;
            do {
                told = ask(
                        Request.form("/courses/" + COURSE + "/lessons/" + lesson + "/steps/" + step++ + "/completion"),
                        false);
                add(Kind.LESSON, Operation.NOWHERE, told, outcome(told, 303), "");
            } while (told.status() == 303);
        }
    }

    private static Outcome outcome(Told told, int wanted) {
        return told.status() == wanted ? Outcome.ACKNOWLEDGED : told.status() == 0 ? Outcome.UNKNOWN : Outcome.REFUSED;
    }

    private void attempt() {
        Told told = ask(Request.json("POST", "/api/v1/courses/" + COURSE + "/quiz/attempts", ""), false);
        JsonNode started = told.status() == 200 ? told.json() : null;
        UUID id = started == null
                ? Operation.NOWHERE
                : UUID.fromString(started.path("id").asText());
        add(Kind.START, id, told, outcome(told, 200), "");
        if (started == null) {
            return;
        }
        List<Question> questions = questions(started);
        for (Question question : questions) {
            if (!hours.open()) {
                break;
            }
            do {
                think();
                answer(id, question);
            } while (random.nextDouble() < CHANGES_MIND);
        }
        if (hours.open() || random.nextBoolean()) {
            submit(id);
            if (random.nextDouble() < SAVES_TOO_LATE) {
                save(id, questions.getFirst(), questions.getFirst().revision(), false);
            }
        }
    }

    private static List<Question> questions(JsonNode attempt) {
        List<Question> questions = new ArrayList<>();
        attempt.path("questions").forEach(each -> questions.add(new Question(each)));
        return questions;
    }

    private void answer(UUID attempt, Question question) {
        int before = question.revision();
        if (save(attempt, question, before, true) == Outcome.UNKNOWN) {
            reload(attempt, question);
        } else if (before > 0 && random.nextDouble() < SECOND_WINDOW) {
            // A window that was opened before the last answer.
            save(attempt, question, before - 1, false);
        }
    }

    private void submit(UUID attempt) {
        Told told = ask(Request.json("POST", "/api/v1/attempts/" + attempt + "/submission", ""), false);
        JsonNode result = told.status() == 200 ? told.json() : null;
        String score = result == null
                ? ""
                : result.path("earned").asLong() + "/" + result.path("possible").asLong();
        add(Kind.SUBMIT, attempt, told, outcome(told, 200), score);
    }

    /** Sends one answer until something final is said; a stale one once more on top of what is stored, as people choose. */
    private Outcome save(UUID attempt, Question question, int base, boolean insist) {
        UUID saveId = new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() >>> 2 | Long.MIN_VALUE);
        String answer = question.answer(random);
        Told told = ask(
                Request.json(
                        "PUT",
                        "/api/v1/attempts/" + attempt + "/responses/" + question.position(),
                        "{\"saveId\":\"" + saveId + "\",\"baseRevision\":" + base + "," + answer + "}"),
                true);
        JsonNode body = told.json();
        Outcome outcome = body == null ? Outcome.UNKNOWN : outcome(told, 200);
        int revision = 0;
        if (outcome == Outcome.ACKNOWLEDGED && body != null) {
            revision = body.path("revision").asInt();
            question.isAt(Math.max(revision, question.revision()));
        } else if (body != null && body.path("code").asText().equals("quiz.stale_answer")) {
            outcome = Outcome.STALE;
            question.isAt(body.path("stored").path("revision").asInt());
        }
        history.add(new Operation(
                number,
                Kind.SAVE,
                attempt,
                question.position(),
                saveId,
                base,
                Values.of(Reply.parse("{" + answer + "}")),
                outcome,
                revision,
                told.tries(),
                told.took()));
        return outcome == Outcome.STALE && insist ? save(attempt, question, question.revision(), true) : outcome;
    }

    /** Opens the page anew: the server tells what it has. */
    private void reload(UUID attempt, Question question) {
        Optional.ofNullable(
                        ask(Request.get("/api/v1/attempts/" + attempt), false).json())
                .map(Taker::questions)
                .ifPresent(now -> now.stream()
                        .filter(each -> each.position() == question.position())
                        .forEach(each -> question.isAt(each.revision())));
    }

    private void add(Kind kind, UUID attempt, Told told, Outcome outcome, String value) {
        history.add(new Operation(
                number, kind, attempt, 0, Operation.NOWHERE, 0, value, outcome, 0, told.tries(), told.took()));
    }

    /** Repeats a request until an answer is final, with pauses that grow and differ, as the script of the attempt does. */
    private Told ask(Request request, boolean mayWalkAway) {
        long begin = System.nanoTime();
        Supplier<Duration> since = () -> Duration.ofNanos(System.nanoTime() - begin);
        String id = number + "/" + requests++;
        for (int tries = 1; ; tries++) {
            Reply reply = browser.send(request, id + "/" + tries).orElse(null);
            if (reply != null && isFinal(reply)) {
                return new Told(reply, tries, since.get());
            }
            double pause = Math.min(LONGEST_BACKOFF, Math.pow(2, tries - 1)) * (0.5 + random.nextDouble() / 2);
            double asked = reply == null ? 0 : reply.retryAfter();
            if (hours.closed() || mayWalkAway && random.nextDouble() < WALKS_AWAY) {
                return new Told(null, tries, since.get());
            }
            Pause.seconds(Math.max(pause, asked));
        }
    }

    private static boolean isFinal(Reply reply) {
        return reply.status() < 500 && reply.status() != 408 && reply.status() != 425 && reply.status() != 429;
    }
}
