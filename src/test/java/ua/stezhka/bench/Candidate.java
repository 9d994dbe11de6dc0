package ua.stezhka.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.zip.GZIPInputStream;

/** A guest who takes the quiz by real requests, as seldom as people do; one of thousands, so it is cheap. */
final class Candidate implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String QUIZ = "/api/v1/courses/" + BenchContent.COURSE + "/quiz/attempts";

    private final Http http;
    private final SplittableRandom random;
    private String attempt = "";
    private String[] answers = {};
    private int turn;

    Candidate(int port, long seed) {
        this.http = new Http(port, true);
        this.random = new SplittableRandom(seed);
    }

    /** Becomes a guest whom the product knows, by the first step of a lesson. */
    void arrive(String lesson) {
        http.post("/courses/" + BenchContent.COURSE + "/lessons/" + lesson + "/steps/1/completion", Map.of())
                .expect(303);
    }

    /** Asks for an attempt; its questions are read afterwards, so that reading counts as thinking. */
    Runnable begin() {
        byte[] body = http.json("POST", QUIZ, "").expect(200).body();
        return () -> understand(body);
    }

    private void understand(byte[] zipped) {
        try (GZIPInputStream body = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            JsonNode started = JSON.readTree(body);
            attempt = started.path("id").asText();
            answers = new String[started.path("questions").size()];
            for (int i = 0; i < answers.length; i++) {
                answers[i] = answer(started.path("questions").get(i));
            }
        } catch (IOException e) {
            throw new IllegalStateException("no attempt in the answer", e);
        }
    }

    /** Looks at the next question. */
    void look() {
        http.get("/attempts/" + attempt + "/questions/" + (1 + turn % answers.length))
                .expect(200);
    }

    /** Answers it. */
    void save() {
        int question = turn % answers.length;
        int revision = turn / answers.length;
        turn++;
        http.json(
                        "PUT",
                        "/api/v1/attempts/" + attempt + "/responses/" + (1 + question),
                        "{\"saveId\":\"" + new UUID(random.nextLong(), random.nextLong()) + "\",\"baseRevision\":"
                                + revision + "," + answers[question] + "}")
                .expect(200);
    }

    /** Seconds that somebody thinks. */
    double thinks(double shortest, double longest) {
        return shortest + random.nextDouble() * (longest - shortest);
    }

    /** What is not easily chosen is answered «Не знаю»; the database does the same work for it. */
    private static String answer(JsonNode question) {
        String token =
                question.path("parts").path("options").path(0).path("token").asText();
        String given =
                switch (question.path("type").asText()) {
                    case "single-choice" -> "{\"option\":\"" + token + "\"}";
                    case "multiple-choice" -> "{\"options\":[\"" + token + "\"]}";
                    case "true-false" -> "{\"value\":true}";
                    case "short-text" -> "{\"text\":\"слово\"}";
                    case "number" -> "{\"text\":\"100\"}";
                    default -> "";
                };
        return given.isEmpty() ? "\"state\":\"unknown\",\"answer\":null" : "\"state\":\"answered\",\"answer\":" + given;
    }

    @Override
    public void close() {
        http.close();
    }
}
