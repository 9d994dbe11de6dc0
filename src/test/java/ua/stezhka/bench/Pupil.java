package ua.stezhka.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ua.stezhka.bench.Http.Answer;

/** A learner at a browser: signs in, reads, answers. */
final class Pupil implements AutoCloseable {
    static final String PASSWORD = "calm-hedgehog-river-lamp-7";
    private static final Pattern TYPE = Pattern.compile("data-type=\"([a-z-]+)\"");
    private static final Pattern CHOICE =
            Pattern.compile("name=\"(?:option|options|value|regions)\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern FIELD =
            Pattern.compile("<(?:select|input)[^>]*name=\"(pair|place|gap|group)-([^\"]+)\"");
    private static final Pattern STATISTICS = Pattern.compile("\"(/analysis/quizzes/[0-9a-f-]{36})\"");
    /** A little more than {@link Answers#ATTEMPTS}. */
    private static final Pattern MOST_PEOPLE = Pattern.compile("50.0\\d\\d люд");

    private static final Pattern ATTEMPT = Pattern.compile("/attempts/([0-9a-f-]{36})");
    private static final String COURSE = "/courses/" + BenchContent.COURSE;

    final Http http;
    final String login;
    private final SplittableRandom random;
    private String attempt = "";
    private String certificate = "";
    private final List<String> pages = new ArrayList<>();
    private int revision;
    private int turn;

    Pupil(int port, boolean gzip, String login, long seed) {
        this.http = new Http(port, gzip);
        this.login = login;
        this.random = new SplittableRandom(seed);
    }

    /** Makes an account by the interface for programs. */
    void register() {
        http.json("POST", "/api/v1/accounts", """
                {"name": "Bench %s", "loginName": "%s", "password": "%s"}""".formatted(login, login, PASSWORD))
                .expect(201);
    }

    void signIn() {
        http.cookies().clear();
        http.post("/sign-in", Map.of("login", login, "password", PASSWORD)).expect(303);
    }

    /** Goes through lessons of a course, step by step. */
    void learn(String course, List<String> lessons) {
        for (String lesson : lessons) {
            String steps = "/courses/" + course + "/lessons/" + lesson + "/steps/";
            int step = 1;
            http.post(steps + step + "/completion", Map.of()).expect(303);
            while (http.post(steps + ++step + "/completion", Map.of()).status() == 303) {}
        }
    }

    /** Finds the way to the certificate of a course. */
    void findCertificate(String course) {
        certificate =
                http.get("/courses/" + course + "/certificate").expect(303).location();
    }

    /** Finds the way to the statistics of the quiz that most people took. */
    void findStatistics() {
        String list = http.get("/analysis").expect(200).text();
        pages.clear();
        STATISTICS.matcher(list).results().map(found -> found.group(1)).forEach(page -> {
            if (MOST_PEOPLE.matcher(http.get(page).expect(200).text()).find()) {
                pages.add(page);
            }
        });
        if (pages.size() != 1) {
            throw new IllegalStateException("statistics of many people: " + pages);
        }
    }

    void readStatistics() {
        http.get(pages.getFirst()).expect(200);
    }

    /** Gets the certificate, printed before. */
    void take() {
        http.get(certificate + "/pdf").expect(200);
    }

    /** Has the certificate printed anew, as the address of the site stands on it. */
    void print() {
        http.toHost("h" + random.nextInt(Integer.MAX_VALUE) + ".localhost");
        take();
    }

    /** Begins an attempt, or finds the open one, and sees each of its questions once. */
    void openAttempt() {
        begin();
        pages.clear();
        turn = 0;
        for (int question = 1; question <= BenchContent.QUESTIONS; question++) {
            pages.add(question(question).text());
        }
    }

    private void begin() {
        Answer started = http.post(COURSE + "/quiz/attempts", Map.of()).expect(303);
        Matcher id = ATTEMPT.matcher(started.location());
        if (!id.find()) {
            throw new IllegalStateException("no attempt in " + started.location());
        }
        attempt = id.group(1);
        revision = 0;
        turn = 0;
    }

    Answer question(int position) {
        return http.get("/attempts/" + attempt + "/questions/" + position).expect(200);
    }

    /** Begins the rounds from the first page again. */
    void restart() {
        turn = 0;
    }

    /** The next of these pages, round and round. */
    void read(String... paths) {
        http.get(paths[turn++ % paths.length]).expect(200);
    }

    /** The next question of the open attempt, round and round. */
    void nextQuestion() {
        turn = turn % BenchContent.QUESTIONS + 1;
        question(turn);
    }

    /** Saves an answer to the next question, in each round another one. */
    void nextSave() {
        turn = turn % BenchContent.QUESTIONS + 1;
        save(turn, pages.get(turn - 1), revision);
        if (turn == BenchContent.QUESTIONS) {
            revision++;
        }
    }

    /** The walk of a final quiz: start, each question seen and answered, the review, the submission, the result. */
    void wholeAttempt() {
        begin();
        for (int position = 1; position <= BenchContent.QUESTIONS; position++) {
            save(position, question(position).text(), 0);
        }
        http.get("/attempts/" + attempt + "/review").expect(200);
        Answer submitted =
                http.post("/attempts/" + attempt + "/submission", Map.of()).expect(303);
        http.get(submitted.location()).expect(200);
    }

    private void save(int position, String page, int base) {
        http.json(
                        "PUT",
                        "/api/v1/attempts/" + attempt + "/responses/" + position,
                        "{\"saveId\":\"" + new UUID(random.nextLong(), random.nextLong()) + "\",\"baseRevision\":"
                                + base + ",\"state\":\"answered\",\"answer\":" + answer(page, base) + "}")
                .expect(200);
    }

    /** An answer of the form that the question on the page asks for; odd rounds give another than even ones. */
    private static String answer(String page, int round) {
        Matcher type = TYPE.matcher(page);
        if (!type.find()) {
            throw new IllegalStateException("no question on the page");
        }
        return switch (type.group(1)) {
            case "single-choice" -> "{\"option\":\"" + choice(page, round) + "\"}";
            case "multiple-choice" -> "{\"options\":[\"" + choice(page, round) + "\"]}";
            case "true-false" -> "{\"value\":" + (round % 2 == 0) + "}";
            case "short-text" -> "{\"text\":\"" + (round % 2 == 0 ? "слово" : "друге слово") + "\"}";
            case "number" -> "{\"text\":\"" + (round % 2 == 0 ? "100" : "200") + "\"}";
            case "matching" -> "{\"pairs\":" + object(fields(page), round) + "}";
            case "ordering" -> "{\"order\":" + order(fields(page), round) + "}";
            case "gaps" -> "{\"gaps\":" + object(fields(page), round) + "}";
            case "categorise" -> "{\"groups\":" + object(fields(page), round) + "}";
            case "hotspot" -> "{\"regions\":[\"" + choice(page, round) + "\"]}";
            default -> throw new IllegalStateException("a new type of question: " + type.group(1));
        };
    }

    private static String choice(String page, int round) {
        List<String> tokens = CHOICE.matcher(page)
                .results()
                .map(found -> found.group(1))
                .filter(token -> !token.equals("unknown"))
                .toList();
        return tokens.get(round % tokens.size());
    }

    private static List<String> fields(String page) {
        Set<String> seen = new HashSet<>();
        return FIELD.matcher(page)
                .results()
                .map(found -> found.group(2))
                .filter(seen::add)
                .toList();
    }

    private static String object(List<String> fields, int round) {
        return fields.stream()
                .map(field -> "\"" + field + "\":\"" + (1 + round % 2) + "\"")
                .limit(1)
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String order(List<String> items, int round) {
        List<String> order = new ArrayList<>(items.stream().sorted().toList());
        if (round % 2 == 1) {
            order.add(order.removeFirst());
        }
        return order.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
    }

    @Override
    public void close() {
        http.close();
    }
}
