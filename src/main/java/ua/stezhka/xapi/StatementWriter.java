package ua.stezhka.xapi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes statements as JSON with the standard's property names. By hand, because it stands on the way of every saved answer. */
final class StatementWriter {
    private static final int USUAL_SIZE = 1024;
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .build())
            .build();

    private final JsonGenerator json;

    private StatementWriter(JsonGenerator json) {
        this.json = json;
    }

    static String write(Statement statement) {
        StringWriter text = new StringWriter(USUAL_SIZE);
        try (JsonGenerator json = MAPPER.createGenerator(text)) {
            new StatementWriter(json).statement(statement);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void statement(Statement statement) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", statement.id().toString());
        json.writeFieldName("actor");
        agent(statement.actor());
        json.writeFieldName("verb");
        verb(statement.verb());
        json.writeFieldName("object");
        activity(statement.object());
        Result result = statement.result();
        if (result != null) {
            result(result);
        }
        Context context = statement.context();
        if (context != null) {
            context(context);
        }
        json.writeStringField("timestamp", statement.timestamp().toString());
        json.writeStringField("version", Statement.VERSION);
        json.writeEndObject();
    }

    private void agent(Agent agent) throws IOException {
        json.writeStartObject();
        json.writeStringField("objectType", "Agent");
        json.writeObjectFieldStart("account");
        json.writeStringField("homePage", agent.account().homePage());
        json.writeStringField("name", agent.account().name());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void verb(Verb verb) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", verb.id());
        languageMap("display", verb.display());
        json.writeEndObject();
    }

    private void activity(Activity activity) throws IOException {
        json.writeStartObject();
        json.writeStringField("objectType", "Activity");
        json.writeStringField("id", activity.id());
        Activity.Definition definition = activity.definition();
        if (definition != null) {
            json.writeObjectFieldStart("definition");
            languageMap("name", definition.name());
            languageMap("description", definition.description());
            text("type", definition.type());
            text("moreInfo", definition.moreInfo());
            Interaction interaction = definition.interaction();
            if (interaction != null) {
                interaction(interaction);
            }
            extensions(definition.extensions());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void interaction(Interaction interaction) throws IOException {
        json.writeStringField("interactionType", interaction.type().word());
        if (!interaction.correctResponsesPattern().isEmpty()) {
            json.writeArrayFieldStart("correctResponsesPattern");
            for (String pattern : interaction.correctResponsesPattern()) {
                json.writeString(pattern);
            }
            json.writeEndArray();
        }
        for (InteractionType.Parts parts : InteractionType.Parts.values()) {
            List<Interaction.Component> components = interaction.components().get(parts);
            if (components != null) {
                json.writeArrayFieldStart(parts.property());
                for (Interaction.Component component : components) {
                    json.writeStartObject();
                    json.writeStringField("id", component.id());
                    languageMap("description", component.description());
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
        }
    }

    private void result(Result result) throws IOException {
        json.writeObjectFieldStart("result");
        Score score = result.score();
        if (score != null) {
            json.writeObjectFieldStart("score");
            number("scaled", score.scaled());
            number("raw", score.raw());
            number("min", score.min());
            number("max", score.max());
            json.writeEndObject();
        }
        flag("success", result.success());
        flag("completion", result.completion());
        text("response", result.response());
        text("duration", result.duration());
        extensions(result.extensions());
        json.writeEndObject();
    }

    private void context(Context context) throws IOException {
        json.writeObjectFieldStart("context");
        if (context.registration() != null) {
            json.writeStringField("registration", context.registration().toString());
        }
        Context.Activities around = context.contextActivities();
        if (!around.equals(Context.Activities.NONE)) {
            json.writeObjectFieldStart("contextActivities");
            activities("parent", around.parent());
            activities("grouping", around.grouping());
            activities("category", around.category());
            activities("other", around.other());
            json.writeEndObject();
        }
        text("revision", context.revision());
        text("platform", context.platform());
        text("language", context.language());
        extensions(context.extensions());
        json.writeEndObject();
    }

    private void activities(String property, List<Activity> activities) throws IOException {
        if (activities.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(property);
        for (Activity activity : activities) {
            activity(activity);
        }
        json.writeEndArray();
    }

    private void extensions(Extensions extensions) throws IOException {
        if (extensions.values().isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("extensions");
        for (Map.Entry<String, JsonNode> extension : extensions.values().entrySet()) {
            json.writeFieldName(extension.getKey());
            json.writeTree(extension.getValue());
        }
        json.writeEndObject();
    }

    private void languageMap(String property, @Nullable LanguageMap map) throws IOException {
        if (map != null) {
            json.writeObjectFieldStart(property);
            for (Map.Entry<String, String> text : map.texts().entrySet()) {
                json.writeStringField(text.getKey(), text.getValue());
            }
            json.writeEndObject();
        }
    }

    private void text(String property, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(property, value);
        }
    }

    private void number(String property, @Nullable BigDecimal value) throws IOException {
        if (value != null) {
            json.writeNumberField(property, value);
        }
    }

    private void flag(String property, @Nullable Boolean value) throws IOException {
        if (value != null) {
            json.writeBooleanField(property, value);
        }
    }
}
