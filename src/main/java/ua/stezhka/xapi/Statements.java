package ua.stezhka.xapi;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.LocalText;

/** All statements: what people did, for ever. Names the actors and activities of this Stezhka and stores what they did. */
@Singleton
public class Statements {
    private static final String STORE = """
            insert into xapi.statement (actor_id, id, stored_at, occurred_at, verb, activity, registration, body)
            select actor_id, id, :storedAt, occurred_at, verb, activity, registration, cast(body as jsonb)
            from unnest(:actors, :ids, :times, :verbs, :activities, :registrations, :bodies)
                as told(actor_id, id, occurred_at, verb, activity, registration, body)
            on conflict on constraint statement_is_stored_once do nothing
            """;

    private final Jdbi jdbi;
    private final Clock clock;
    private final String base;

    Statements(Jdbi jdbi, Clock clock, XapiConfig config) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.base = Rules.iri("stezhka.xapi.base-iri", config.baseIri());
    }

    /** The person behind this pseudonym. */
    public Agent agent(UUID actorId) {
        return new Agent(new Account(base, actorId.toString()));
    }

    /** @param path the address of the activity's page without the first slash, such as {@code courses/internet-safety} */
    public Activity activity(ActivityType type, String path, LocalText name) {
        return new Activity(
                base + '/' + path,
                new Activity.Definition(LanguageMap.of(name), null, type.iri(), null, null, Extensions.NONE));
    }

    /** A question. Its key is told only after release, so an {@code interaction} of ours has no right answers. */
    public Activity interaction(Interaction interaction, String path, LocalText prompt) {
        return new Activity(
                base + '/' + path,
                new Activity.Definition(
                        null,
                        LanguageMap.of(prompt),
                        ActivityType.INTERACTION.iri(),
                        null,
                        interaction,
                        Extensions.NONE));
    }

    /** Stores statements with the caller's transaction: all of them or, when it is rolled back, none. Known ones stay as they are. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void store(List<Statement> told) {
        if (told.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate(STORE)
                .bind("storedAt", OffsetDateTime.now(clock))
                .bind("actors", column("uuid", told, statement -> distributionKey(statement.actor())))
                .bind("ids", column("uuid", told, Statement::id))
                .bind("times", column("timestamptz", told, s -> s.timestamp().atOffset(ZoneOffset.UTC)))
                .bind("verbs", texts(told, statement -> statement.verb().id()))
                .bind("activities", texts(told, statement -> statement.object().id()))
                .bind("registrations", column("uuid", told, Statements::registration))
                .bind("bodies", texts(told, StatementWriter::write))
                .execute());
    }

    /** Where the statements of an actor lie: our own pseudonym itself, or a name made from a foreign account. */
    private UUID distributionKey(Agent agent) {
        Account account = agent.account();
        return account.homePage().equals(base)
                ? UUID.fromString(account.name())
                : Ids.named("actor/" + account.homePage() + ' ' + account.name());
    }

    private static @Nullable UUID registration(Statement statement) {
        Context context = statement.context();
        return context == null ? null : context.registration();
    }

    private static Argument column(String type, List<Statement> told, Function<Statement, @Nullable Object> value) {
        return array(type, told.stream().map(value).toArray());
    }

    /** The driver sends an array of strings as it is, and any other one as a text with each quotation mark escaped. */
    private static Argument texts(List<Statement> told, Function<Statement, String> value) {
        return array("text", told.stream().map(value).toArray(String[]::new));
    }

    private static Argument array(String type, @Nullable Object[] values) {
        return (position, prepared, context) ->
                prepared.setArray(position, prepared.getConnection().createArrayOf(type, values));
    }
}
