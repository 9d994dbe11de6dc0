package ua.stezhka.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import ua.stezhka.platform.LocalText;

/** What is written is read back as the same statement, and looks as the standard says. */
class StatementJsonTest {
    private static final String BASE = "https://stezhka.example/";

    @Property(tries = 500)
    void every_statement_is_read_back_as_it_was_written(@ForAll("statements") Statement statement) {
        assertThat(StatementReader.read(StatementWriter.write(statement))).isEqualTo(statement);
    }

    @Example
    void an_answer_is_written_with_the_property_names_of_the_standard() {
        Activity question = new Activity(
                BASE + "courses/a/questions/b",
                new Activity.Definition(
                        null,
                        LanguageMap.of(new LocalText("Що робити?", "What to do?")),
                        ActivityType.INTERACTION.iri(),
                        null,
                        Interaction.choice("hang-up", "code"),
                        Extensions.NONE));
        Statement answered = Statement.of(
                        "attempt/7/answer/1",
                        new Agent(new Account("https://stezhka.example", "0197")),
                        Verbs.ANSWERED,
                        question,
                        Instant.parse("2026-11-23T10:15:30.120Z"))
                .with(Result.ofResponse("hang-up", true)
                        .withScore(Score.of(2, 3))
                        .lasting(Duration.ofMillis(7_900)))
                .with(Context.of(new UUID(1, 2)).inLanguage("uk").parent(new Activity(BASE + "courses/a/quiz", null)));

        assertThat(StatementWriter.write(answered)).isEqualTo("""
                        {"id":"%s",\
                        "actor":{"objectType":"Agent","account":{"homePage":"https://stezhka.example","name":"0197"}},\
                        "verb":{"id":"http://adlnet.gov/expapi/verbs/answered","display":{"en":"answered"}},\
                        "object":{"objectType":"Activity","id":"https://stezhka.example/courses/a/questions/b",\
                        "definition":{"description":{"uk":"Що робити?","en":"What to do?"},\
                        "type":"http://adlnet.gov/expapi/activities/cmi.interaction",\
                        "interactionType":"choice","choices":[{"id":"hang-up"},{"id":"code"}]}},\
                        "result":{"score":{"scaled":0.6667,"raw":2,"min":0,"max":3},"success":true,"response":"hang-up","duration":"PT7S"},\
                        "context":{"registration":"00000000-0000-0001-0000-000000000002",\
                        "contextActivities":{"parent":[{"objectType":"Activity","id":"https://stezhka.example/courses/a/quiz"}]},\
                        "language":"uk"},\
                        "timestamp":"2026-11-23T10:15:30.120Z","version":"2.0.0"}""".formatted(answered.id()));
    }

    @Example
    void the_same_event_is_the_same_statement_and_another_event_is_another() {
        assertThat(id("attempt/7/graded")).isEqualTo(id("attempt/7/graded")).isNotEqualTo(id("attempt/8/graded"));
    }

    @Example
    void answers_are_written_as_the_standard_delimits_them() {
        assertThat(Interaction.response(List.of("a"))).isEqualTo("a");
        assertThat(Interaction.response(List.of("b", "a"))).isEqualTo("b[,]a");
        assertThat(Interaction.response(Map.of("bank", "call"))).isEqualTo("bank[.]call");
    }

    private static UUID id(String event) {
        return Statement.of(
                        event, new Agent(new Account(BASE, "1")), Verbs.PASSED, new Activity(BASE, null), Instant.EPOCH)
                .id();
    }

    @Provide
    Arbitrary<Statement> statements() {
        return Combinators.combine(
                        Arbitraries.create(UUID::randomUUID),
                        text().map(name -> new Agent(new Account(BASE, "n" + name))),
                        Combinators.combine(iris(), languageMaps().injectNull(0.3))
                                .as(Verb::new),
                        activities(),
                        results().injectNull(0.3),
                        contexts().injectNull(0.3),
                        Arbitraries.longs()
                                .between(0, 4_102_444_800_000_000L)
                                .map(micros -> Instant.EPOCH.plusNanos(micros * 1000)))
                .as(Statement::new);
    }

    private static Arbitrary<String> text() {
        return Arbitraries.strings().ofMaxLength(12).excludeChars('\ufffe', '\uffff');
    }

    private static Arbitrary<String> iris() {
        return Arbitraries.strings()
                .withChars("abcїєж/?#=&-.:%ҐAZ09")
                .ofMaxLength(20)
                .map(rest -> "https://x" + rest);
    }

    private static Arbitrary<LanguageMap> languageMaps() {
        return Arbitraries.maps(Arbitraries.of("uk", "en", "uk-UA", "zh-Hant-TW", "x-easy"), text())
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(LanguageMap::new);
    }

    private static Arbitrary<Extensions> extensions() {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        Arbitrary<JsonNode> values = Arbitraries.oneOf(
                text().map(nodes::textNode),
                Arbitraries.integers().map(nodes::numberNode),
                Arbitraries.of(
                        nodes.nullNode(),
                        nodes.booleanNode(true),
                        nodes.arrayNode().add(1),
                        nodes.objectNode()));
        return Arbitraries.maps(iris(), values).ofMaxSize(2).map(Extensions::new);
    }

    private static Arbitrary<Activity> activities() {
        Arbitrary<Activity.Definition> definitions = Combinators.combine(
                        languageMaps().injectNull(0.3),
                        languageMaps().injectNull(0.3),
                        iris().injectNull(0.3),
                        iris().injectNull(0.3),
                        interactions().injectNull(0.3),
                        extensions())
                .as(Activity.Definition::new);
        return Combinators.combine(iris(), definitions.injectNull(0.3)).as(Activity::new);
    }

    private static Arbitrary<Interaction> interactions() {
        Arbitrary<List<Interaction.Component>> components = Combinators.combine(
                        Arbitraries.strings().alpha().ofMinLength(1),
                        languageMaps().injectNull(0.5))
                .as(Interaction.Component::new)
                .list()
                .ofMaxSize(3)
                .uniqueElements(Interaction.Component::id);
        return Combinators.combine(
                        Arbitraries.of(InteractionType.class), text().list().ofMaxSize(3), components)
                .as((type, pattern, list) -> new Interaction(
                        type,
                        pattern,
                        type.parts().stream()
                                .collect(java.util.stream.Collectors.toMap(parts -> parts, parts -> list))));
    }

    private static Arbitrary<Result> results() {
        Arbitrary<BigDecimal> tenths = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.TEN)
                .ofScale(1);
        Arbitrary<Score> scores = Combinators.combine(
                        Arbitraries.bigDecimals()
                                .between(BigDecimal.ONE.negate(), BigDecimal.ONE)
                                .ofScale(4)
                                .injectNull(0.3),
                        tenths.injectNull(0.3),
                        Arbitraries.of(BigDecimal.ZERO, new BigDecimal("-1e1")).injectNull(0.3),
                        Arbitraries.of(BigDecimal.TEN, new BigDecimal("1e2")).injectNull(0.3))
                .as(Score::new);
        return Combinators.combine(
                        scores.injectNull(0.3),
                        Arbitraries.of(true, false).injectNull(0.3),
                        Arbitraries.of(true, false).injectNull(0.3),
                        text().injectNull(0.3),
                        Arbitraries.of("PT0S", "P3Y", "PT16559.14S").injectNull(0.3),
                        extensions())
                .as(Result::new);
    }

    private static Arbitrary<Context> contexts() {
        Arbitrary<List<Activity>> lists = activities().list().ofMaxSize(2);
        Arbitrary<Context.Activities> around =
                Combinators.combine(lists, lists, lists, lists).as(Context.Activities::new);
        return Combinators.combine(
                        Arbitraries.create(UUID::randomUUID).injectNull(0.3),
                        around,
                        text().injectNull(0.3),
                        text().injectNull(0.3),
                        Arbitraries.of("uk", "en-GB").injectNull(0.3),
                        extensions())
                .as(Context::new);
    }
}
