package ua.stezhka.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import ua.stezhka.platform.Markdown;

/** The right answers to a course's questions, found as a person finds them: by the words of the question. */
final class AnswerSheet {
    static final List<String> TYPES = List.of(
            "single-choice",
            "multiple-choice",
            "true-false",
            "short-text",
            "number",
            "matching",
            "ordering",
            "gaps",
            "categorise",
            "hotspot");

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final String language;
    private final List<JsonNode> questions = new ArrayList<>();
    private final Map<String, Place> places = new LinkedHashMap<>();

    /** Where a question stands in the lessons. */
    record Place(String lesson, int step, String type) {
        String address(String course) {
            return "/courses/" + course + "/lessons/" + lesson + "/steps/" + step;
        }
    }

    private AnswerSheet(String language) {
        this.language = language;
    }

    static AnswerSheet of(String course, String language) {
        AnswerSheet sheet = new AnswerSheet(language);
        Path folder = Path.of("course-content/courses", course);
        try (Stream<Path> files = Files.list(folder.resolve("questions"))) {
            Map<String, JsonNode> byId = new LinkedHashMap<>();
            for (Path file : files.sorted().toList()) {
                for (JsonNode question : YAML.readTree(file.toFile())) {
                    sheet.questions.add(question);
                    byId.put(question.path("id").asText(), question);
                }
            }
            for (JsonNode section :
                    YAML.readTree(folder.resolve("course.yaml").toFile()).path("sections")) {
                for (JsonNode lesson : section.path("lessons")) {
                    sheet.note(folder.resolve("lessons"), lesson.asText(), byId);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sheet;
    }

    private void note(Path lessons, String lesson, Map<String, JsonNode> byId) throws IOException {
        int step = 0;
        List<String> lines = Files.readAllLines(lessons.resolve(lesson).resolve("lesson.uk.md"));
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("## ")) {
                step++;
            } else if (lines.get(i).equals("```question")) {
                String id = lines.get(i + 1).strip();
                places.put(id, new Place(lesson, step, byId.get(id).path("type").asText()));
            }
        }
    }

    /** The question with this prompt; of several that ask alike, the one whose parts stand beside it. */
    JsonNode asked(String prompt, String beside) {
        String wanted = plain(prompt);
        String parts = plain(beside);
        return questions.stream()
                .filter(question -> written(question.path("prompt")).equals(wanted))
                .filter(question -> Stream.of("options", "pairs", "items", "regions")
                        .flatMap(list -> question.path(list).findValues("text").stream())
                        .allMatch(text -> parts.contains(words(text))))
                .filter(question -> pairs(question).keySet().stream().allMatch(parts::contains))
                .filter(question -> Stream.of(written(question.path("text")).split("\\{\\{[^}]*}}"))
                        .allMatch(piece -> parts.contains(piece.strip())))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no question of the course asks: " + wanted + " / " + parts));
    }

    /** Where the lessons first ask a question of this type. */
    Place first(String type) {
        return places.values().stream()
                .filter(place -> place.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no lesson asks a question of type " + type));
    }

    /** The words of a text with marks, in the language of the sheet, as they stand on the page. */
    private String written(JsonNode text) {
        return plain(Jsoup.parse(Markdown.html(text.path(language).asText())).text());
    }

    /** The words of an option or a part of a question: what the author wrote is what stands there. */
    String words(JsonNode text) {
        return plain(text.path(language).asText());
    }

    List<String> rightOptions(JsonNode question) {
        return rightOnes(question.path("options"));
    }

    List<String> rightRegions(JsonNode question) {
        return rightOnes(question.path("regions"));
    }

    private List<String> rightOnes(JsonNode choices) {
        List<String> right = new ArrayList<>();
        for (JsonNode option : choices) {
            if (option.path("right").asBoolean()) {
                right.add(words(option.path("text")));
            }
        }
        return right;
    }

    /** Item → group, in words. */
    Map<String, String> groups(JsonNode question) {
        Map<String, String> names = new LinkedHashMap<>();
        question.path("categories").forEach(group -> names.put(group.path("id").asText(), words(group.path("text"))));
        Map<String, String> groups = new LinkedHashMap<>();
        question.path("items")
                .forEach(item -> groups.put(
                        words(item.path("text")), names.get(item.path("in").asText())));
        return groups;
    }

    Map<String, String> pairs(JsonNode question) {
        Map<String, String> pairs = new LinkedHashMap<>();
        question.path("pairs").forEach(pair -> pairs.put(words(pair.path("left")), words(pair.path("right"))));
        return pairs;
    }

    List<String> order(JsonNode question) {
        List<String> order = new ArrayList<>();
        question.path("items").forEach(item -> order.add(words(item.path("text"))));
        return order;
    }

    /** What to type, or the words of what to choose, gap by gap as they stand in the text. */
    List<String> gaps(JsonNode question) {
        String text = question.path("text").path(language).asText();
        Map<Integer, String> byPlace = new java.util.TreeMap<>();
        for (JsonNode gap : question.path("gaps")) {
            int place = text.indexOf("{{" + gap.path("id").asText() + "}}");
            byPlace.put(
                    place, gap.has("accept") ? accepted(gap) : rightOptions(gap).getFirst());
        }
        return List.copyOf(byPlace.values());
    }

    String accepted(JsonNode question) {
        return question.path("accept").path(language).get(0).asText();
    }

    String number(JsonNode question) {
        String number = question.path("answer").asText();
        return language.equals("uk") ? number.replace('.', ',') : number;
    }

    static String plain(String text) {
        return text.replaceAll("[\\s\\u00a0\\u202f]+", " ").strip();
    }
}
