package ua.stezhka.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import ua.stezhka.question.AnswerKey;

/** What may be typed, as a question or a gap says it. */
final class TypedWordings {
    private TypedWordings() {}

    static AnswerKey.Accepted of(JsonNode typed) {
        return of(typed, words(typed.path("wrong")));
    }

    /** Of a gap; what fills another gap of the same text is no slip here. */
    static AnswerKey.Accepted ofGap(JsonNode question, JsonNode gap) {
        List<String> own = words(gap.path("accept"));
        Stream<String> others = question.path("gaps")
                .valueStream()
                .filter(other -> !other.equals(gap))
                .flatMap(other -> words(other.path("accept")).stream())
                .filter(wording -> !own.contains(wording));
        return of(
                gap,
                gap.path("near").asBoolean()
                        ? Stream.concat(words(gap.path("wrong")).stream(), others)
                                .toList()
                        : List.of());
    }

    /** What is typed where everybody is told what to type: nothing is forgiven but case, spaces and apostrophes. */
    static AnswerKey.Accepted plain(JsonNode typed) {
        return of(typed, List.of());
    }

    private static AnswerKey.Accepted of(JsonNode typed, List<String> wrong) {
        JsonNode accept = typed.path("accept");
        return new AnswerKey.Accepted(
                list(accept.path("uk")),
                list(accept.path("en")),
                typed.path("near").asBoolean(),
                wrong);
    }

    /** The unit of a number and its other wordings, in both languages. */
    static List<String> units(JsonNode question) {
        return Stream.concat(
                        question.path("unit").valueStream().map(JsonNode::asText),
                        words(question.path("units")).stream())
                .toList();
    }

    /** The wordings of both languages. */
    static List<String> words(JsonNode wordings) {
        return Stream.concat(list(wordings.path("uk")).stream(), list(wordings.path("en")).stream())
                .toList();
    }

    private static List<String> list(JsonNode texts) {
        return texts.valueStream().map(JsonNode::asText).toList();
    }
}
