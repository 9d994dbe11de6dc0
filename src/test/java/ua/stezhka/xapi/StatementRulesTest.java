package ua.stezhka.xapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The standard's own rules, one row each: a good statement with one value changed. Source: xAPI 1.0.3 part 2; xAPI 2.0, 4.2. */
class StatementRulesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String GOOD = """
            {"id": "12345678-1234-5678-1234-567812345678",
             "actor": {"objectType": "Agent", "account": {"homePage": "https://stezhka.example", "name": "0197"}},
             "verb": {"id": "http://adlnet.gov/expapi/verbs/answered", "display": {"en": "answered"}},
             "object": {"objectType": "Activity", "id": "https://stezhka.example/courses/a/questions/b",
                "definition": {"name": {"uk": "Питання"}, "type": "http://adlnet.gov/expapi/activities/cmi.interaction",
                    "interactionType": "choice", "choices": [{"id": "a"}, {"id": "b", "description": {"en": "B"}}],
                    "correctResponsesPattern": ["a[,]b"],
                    "extensions": {"https://stezhka.example/x": null}}},
             "result": {"score": {"scaled": 0.5, "raw": 1, "min": 0, "max": 2}, "success": false, "completion": true,
                "response": "a", "duration": "PT4H35M59.14S", "extensions": {"https://stezhka.example/y": {"any": [1, null]}}},
             "context": {"registration": "ec531277-b57b-4c15-8d91-d292c5b2b8f7", "revision": "3", "platform": "web", "language": "uk",
                "contextActivities": {"parent": [{"id": "https://stezhka.example/courses/a/quiz"}],
                    "grouping": {"id": "https://stezhka.example/courses/a"}},
                "extensions": {"https://stezhka.example/z": 1}},
             "timestamp": "2026-11-23T10:15:30.123Z",
             "version": "2.0.0"}""";

    @Test
    void a_statement_that_keeps_every_rule_is_read() {
        Statement statement = StatementReader.read(GOOD);

        assertThat(statement.verb()).isEqualTo(Verbs.ANSWERED);
        assertThat(Objects.requireNonNull(statement.context())
                        .contextActivities()
                        .grouping())
                .as("one activity stands for a list of one")
                .containsExactly(new Activity("https://stezhka.example/courses/a", null));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
                    /timestamp                   | "2008-09-15T15:53:00.601+00:00"
                    /timestamp                   | "2008-09-15T15:53:00.601+03:00"
                    /timestamp                   | "2008-09-15T15:53:00Z"
                    /result/duration             | "PT16559.14S"
                    /result/duration             | "P3Y1M29DT4H35M59.14S"
                    /result/duration             | "P3Y"
                    /result/duration             | "P4W"
                    /result/score/scaled         | -1
                    /result/score/scaled         | 1.0
                    /result/score/raw            | 2
                    /result/score/raw            | 0
                    /verb/id                     | "urn:stezhka:verb"
                    /verb/id                     | "http://приклад.укр/дієслово"
                    /verb/display                | {"zh-Hant-TW": "x", "de-CH-1996": "y", "x-private": "z", "es-419": "w"}
                    /context/language            | "uk-UA"
                    /version                     | "2.0.1"
                    /object/definition/interactionType | "sequencing"
                    /object/definition/moreInfo  | "https://stezhka.example/courses/a"
                    """)
    void the_standard_allows(String property, String value) {
        assertThatCode(() -> StatementReader.read(changed(property, value))).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
                    /id                          | "not-a-uuid"
                    /id                          | "1-1-1-1-1"
                    /id                          | "12345678123456781234567812345678"
                    /id                          | null
                    /id                          | 12
                    /actor                       | null
                    /actor                       | {}
                    /actor                       | "somebody"
                    /actor                       | {"mbox": "mailto:a@example.org"}
                    /actor/objectType            | "agent"
                    /actor/objectType            | "Activity"
                    /actor/account               | {"homePage": "https://stezhka.example"}
                    /actor/account               | {"name": "0197"}
                    /actor/account/homePage      | "stezhka.example"
                    /actor/account/homePage      | ""
                    /actor/account/name          | ""
                    /actor/account/name          | 7
                    /verb                        | {}
                    /verb/id                     | "answered"
                    /verb/id                     | "http://has space"
                    /verb/id                     | "http:"
                    /verb/id                     | "1http://x"
                    /verb/id                     | "http://a<b>"
                    /verb/display                | "answered"
                    /verb/display                | {"english language": "answered"}
                    /verb/display                | {"": "answered"}
                    /verb/display                | {"en": 1}
                    /verb/display                | {"en": null}
                    /object                      | {}
                    /object/objectType           | "StatementRef"
                    /object/id                   | "courses/a"
                    /object/definition/type      | "course"
                    /object/definition/moreInfo  | "more"
                    /object/definition/name      | "Питання"
                    /object/definition/interactionType | "Choice"
                    /object/definition/interactionType | "numeric"
                    /object/definition/correctResponsesPattern | "a"
                    /object/definition/correctResponsesPattern | [1]
                    /object/definition/choices   | [{"id": "a"}, {"id": "a"}]
                    /object/definition/choices   | [{"id": "has space"}]
                    /object/definition/choices   | [{"description": {"en": "no id"}}]
                    /object/definition/choices   | ["a"]
                    /object/definition/choices   | {"id": "a"}
                    /object/definition/scale     | [{"id": "a"}]
                    /object/definition/extensions | {"key": 1}
                    /result/score/scaled         | 1.0001
                    /result/score/scaled         | -1.0001
                    /result/score/scaled         | "0.5"
                    /result/score/raw            | 2.1
                    /result/score/raw            | -0.1
                    /result/score/max            | 1e400
                    /result/score/max            | -1
                    /result/score/min            | -1e-400
                    /result/score/other          | 1
                    /result/success              | "true"
                    /result/success              | 1
                    /result/completion           | null
                    /result/response             | ["a"]
                    /result/duration             | "P4W1D"
                    /result/duration             | "PT"
                    /result/duration             | "P"
                    /result/duration             | "P0003-06-04T12:30:05"
                    /result/duration             | "12 minutes"
                    /result/duration             | 12
                    /result/extensions           | {"y": 1}
                    /context/registration        | "attempt"
                    /context/language            | "українська"
                    /context/language            | ""
                    /context/platform            | 1
                    /context/contextActivities/siblings | []
                    /context/contextActivities/parent | ["https://stezhka.example/a"]
                    /context/contextActivities/parent | null
                    /timestamp                   | "01/011/2015"
                    /timestamp                   | "2008-09-15T15:53:00.601-00:00"
                    /timestamp                   | "2008-09-15T15:53:00.601-0000"
                    /timestamp                   | "2008-09-15T15:53:00.601-00"
                    /timestamp                   | "2008-09-15T15:53:00.601"
                    /timestamp                   | "2008-02-30T15:53:00Z"
                    /timestamp                   | 1221500000
                    /version                     | "1.1.0"
                    /version                     | "2"
                    /version                     | 2.0
                    /extra                       | "property"
                    /Verb                        | {"id": "http://adlnet.gov/expapi/verbs/answered"}
                    """)
    void the_standard_forbids(String property, String value) {
        assertThatThrownBy(() -> StatementReader.read(changed(property, value))).isInstanceOf(InvalidStatement.class);
    }

    @ParameterizedTest
    @CsvSource({"id", "actor", "verb", "object", "timestamp"})
    void a_statement_needs(String property) throws JsonProcessingException {
        ObjectNode statement = (ObjectNode) JSON.readTree(GOOD);
        statement.remove(property);

        assertThatThrownBy(() -> StatementReader.read(statement.toString()))
                .isInstanceOf(InvalidStatement.class)
                .hasMessage(property + " is missing");
    }

    @Test
    void a_property_stands_once() {
        String twice = GOOD.replaceFirst("\\{", "{\"version\": \"2.0.0\", ");

        assertThatThrownBy(() -> StatementReader.read(twice))
                .isInstanceOf(InvalidStatement.class)
                .hasMessageContaining("version");
    }

    @Test
    void nothing_follows_a_statement() {
        assertThatThrownBy(() -> StatementReader.read(GOOD + "{}")).isInstanceOf(InvalidStatement.class);
    }

    @Test
    void the_fault_names_its_property() {
        assertThatThrownBy(() -> StatementReader.read(changed("/result/score/scaled", "2")))
                .isInstanceOfSatisfying(InvalidStatement.class, fault -> assertThat(fault.property())
                        .isEqualTo("score.scaled"));
        assertThatThrownBy(() -> StatementReader.read(changed("/result/success", "1")))
                .isInstanceOfSatisfying(InvalidStatement.class, fault -> assertThat(fault.property())
                        .isEqualTo("result.success"));
    }

    private static String changed(String property, String value) throws JsonProcessingException {
        ObjectNode statement = (ObjectNode) JSON.readTree(GOOD);
        int slash = property.lastIndexOf('/');
        JsonNode holder = statement.at(property.substring(0, slash));
        ((ObjectNode) holder)
                .putRawValue(property.substring(slash + 1), new com.fasterxml.jackson.databind.util.RawValue(value));
        return JSON.writeValueAsString(statement);
    }
}
