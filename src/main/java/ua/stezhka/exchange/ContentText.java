package ua.stezhka.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.LocalText;
import ua.stezhka.platform.Markdown;

/** Texts of YAML files in their languages. */
final class ContentText {
    private ContentText() {}

    /** A plain text; without English where the content has none. */
    static LocalText of(JsonNode text) {
        return new LocalText(
                text.path("uk").asText(), text.has("en") ? text.path("en").asText() : null);
    }

    /** A Markdown text as safe HTML. */
    static LocalText html(JsonNode text) {
        return new LocalText(
                Markdown.html(text.path("uk").asText()),
                text.has("en") ? Markdown.html(text.path("en").asText()) : null);
    }

    static @Nullable LocalText optionalHtml(JsonNode text) {
        return text.isMissingNode() ? null : html(text);
    }

    static @Nullable LocalText optional(JsonNode text) {
        return text.isMissingNode() ? null : of(text);
    }
}
