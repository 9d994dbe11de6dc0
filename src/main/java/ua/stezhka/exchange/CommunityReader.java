package ua.stezhka.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import ua.stezhka.exchange.Findings.InFile;
import ua.stezhka.platform.Community;

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
                findings.error(
                        yaml.line("/places/" + i), "the place id " + id + " stands twice", "give one of them a new id");
            }
        }
    }

    private static Community community(JsonNode root) {
        return new Community(
                ContentText.of(root.path("name")),
                ContentText.of(root.path("programme")),
                ContentText.of(root.path("issuer")),
                root.path("hotline").path("phone").asText(),
                ContentText.of(root.path("hotline").path("hours")),
                root.path("places").valueStream().map(CommunityReader::place).toList());
    }

    private static Community.Place place(JsonNode place) {
        return new Community.Place(
                place.path("id").asText(),
                ContentText.of(place.path("name")),
                ContentText.optional(place.path("address")),
                ContentText.optional(place.path("hours")),
                ContentText.of(place.path("help")));
    }
}
