package ua.stezhka.xapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.LocalText;
import ua.stezhka.platform.TestDatabase;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class StatementsTest {
    private static final Instant THEN = Instant.parse("2026-11-23T10:15:30.123456Z");

    @Inject
    Statements statements;

    @Inject
    Jdbi jdbi;

    private final UUID actor = UUID.randomUUID();

    @Test
    void what_is_stored_is_read_back_as_the_same_statement() {
        Statement told = answer(1);

        QuarkusTransaction.requiringNew().run(() -> statements.store(List.of(told)));

        assertThat(bodies()).containsExactly(told);
    }

    @Test
    void the_columns_repeat_what_is_searched_for() {
        Statement told = answer(1);

        QuarkusTransaction.requiringNew().run(() -> statements.store(List.of(told)));

        Columns stored = jdbi.withHandle(handle -> handle.createQuery(
                        "select id, occurred_at, verb, activity, registration from xapi.statement where actor_id = :actor")
                .bind("actor", actor)
                .map((row, context) -> new Columns(
                        row.getObject(1, UUID.class),
                        row.getTimestamp(2).toInstant(),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, UUID.class)))
                .one());
        assertThat(stored)
                .isEqualTo(new Columns(
                        told.id(), THEN, Verbs.ANSWERED.id(), told.object().id(), actor));
    }

    private record Columns(UUID id, Instant occurredAt, String verb, String activity, UUID registration) {}

    @Test
    void a_rollback_takes_the_statements_back() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    statements.store(List.of(answer(1)));
                    throw new IllegalArgumentException("the answer could not be kept");
                }))
                .hasMessageContaining("could not be kept");

        assertThat(bodies()).isEmpty();
    }

    @Test
    void nothing_is_stored_outside_a_transaction() {
        assertThatThrownBy(() -> statements.store(List.of(answer(1)))).isNotNull();

        assertThat(bodies()).isEmpty();
    }

    @Test
    void a_retry_of_the_same_event_stores_nothing_more() {
        QuarkusTransaction.requiringNew().run(() -> statements.store(List.of(answer(1), answer(2))));
        QuarkusTransaction.requiringNew().run(() -> statements.store(List.of(answer(2), answer(3), answer(3))));

        assertThat(bodies()).containsExactlyInAnyOrder(answer(1), answer(2), answer(3));
    }

    @Test
    void no_statements_are_nothing_to_do() {
        QuarkusTransaction.requiringNew().run(() -> statements.store(List.of()));

        assertThat(bodies()).isEmpty();
    }

    @Test
    void a_statement_without_context_or_result_is_stored() {
        Statement told = Statement.of(actor + "/earned", statements.agent(actor), Verbs.EARNED, quiz(), THEN);

        QuarkusTransaction.requiringNew().run(() -> statements.store(List.of(told)));

        assertThat(bodies()).containsExactly(told);
    }

    @Test
    void the_card_of_the_record_store_is_open_to_all() {
        given().header("X-Experience-API-Version", "0.9")
                .get("/xapi/about")
                .then()
                .statusCode(200)
                .header("X-Experience-API-Version", "2.0.0")
                .body("version", hasItem("2.0.0"))
                .body("extensions", notNullValue())
                .body("size()", equalTo(2));
    }

    @Test
    void an_error_of_the_record_store_names_the_version_too() {
        given().get("/xapi/nothing-here").then().statusCode(404).header("X-Experience-API-Version", "2.0.0");
    }

    private Statement answer(int position) {
        return answerOf(actor + "/answer/" + position, position);
    }

    private Statement answerOf(String event, int position) {
        Activity question = statements.interaction(
                Interaction.choice("hang-up", "tell-the-code", "call-back"),
                "courses/internet-safety/questions/q" + position,
                new LocalText("Що зробити, коли дзвонять «із банку»?", "What to do when “the bank” calls?"));
        return Statement.of("test/" + event, statements.agent(actor), Verbs.ANSWERED, question, THEN)
                .with(Result.ofResponse("hang-up", true).withScore(Score.of(1, 1)))
                .with(Context.of(actor).inLanguage("uk").parent(quiz().reference()));
    }

    private Activity quiz() {
        return statements.activity(
                ActivityType.ASSESSMENT,
                "courses/internet-safety/quiz",
                new LocalText("Підсумковий тест", "Final quiz"));
    }

    private List<Statement> bodies() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select cast(body as text) from xapi.statement where actor_id = :actor")
                        .bind("actor", actor)
                        .map((row, context) -> StatementReader.read(row.getString(1)))
                        .list());
    }
}
