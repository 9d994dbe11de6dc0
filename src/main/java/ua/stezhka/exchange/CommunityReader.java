package ua.stezhka.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ua.stezhka.exchange.Findings.InFile;
import ua.stezhka.platform.Community;
import ua.stezhka.platform.LocalText;

/** Reads the card of the community. */
final class CommunityReader {
    private static final Set<String> LANGUAGES = Set.of("uk", "en");

    private CommunityReader() {}

    static Optional<Community> read(ContentFiles files, Path file) {
        return files.yaml(file, "community").map(yaml -> {
            LanguageRules.check(yaml, LANGUAGES, files.in(file));
            checkPlaces(yaml, files.in(file));
            return community(yaml.root());
        });
    }

    private static void checkPlaces(YamlText yaml, InFile findings) {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < yaml.root().path("places").size(); i++) {
            String id = yaml.root().path("places").get(i).path("id").asText();
            if (!ids.add(id)) {
                findings.error(yaml.line("/places/" + i), "the place id " + id + " stands twice", "give one of them a new id");
            }
        }
    }

    private static Community community(JsonNode root) {
        return new Community(
                text(root.path("name")),
                text(root.path("programme")),
                text(root.path("issuer")),
                root.path("hotline").path("phone").asText(),
                text(root.path("hotline").path("hours")),
                root.path("places").valueStream().map(CommunityReader::place).toList());
    }

    private static Community.Place place(JsonNode place) {
        return new Community.Place(
                place.path("id").asText(),
                text(place.path("name")),
                optionalText(place.path("address")),
                optionalText(place.path("hours")),
                text(place.path("help")));
    }

    private static @Nullable LocalText optionalText(JsonNode text) {
        return text.isMissingNode() ? null : text(text);
    }

    /** A text of YAML; without English where the content has none. */
    static LocalText text(JsonNode text) {
        return new LocalText(text.path("uk").asText(), text.has("en") ? text.path("en").asText() : null);
    }
}
