package ua.stezhka.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import ua.stezhka.exchange.Findings.InFile;
import ua.stezhka.framework.Area;
import ua.stezhka.framework.Competence;
import ua.stezhka.framework.FrameworkDraft;
import ua.stezhka.framework.Level;
import ua.stezhka.platform.LocalText;

/** Reads a framework file. */
final class FrameworkReader {
    private static final List<String> ALIGNED = List.of("digcomp22", "digcomp30", "dlgf");

    private final YamlText yaml;
    private final InFile findings;
    private final Set<String> areas = new HashSet<>();
    private final Set<String> competences = new HashSet<>();
    private final Set<String> levels = new HashSet<>();

    private FrameworkReader(YamlText yaml, InFile findings) {
        this.yaml = yaml;
        this.findings = findings;
    }

    static Optional<FrameworkDraft> read(ContentFiles files, Path file) {
        return files.yaml(file, "framework").map(yaml -> {
            InFile findings = files.in(file);
            LanguageRules.checkSuffixes(yaml, findings);
            String expected = file.getFileName().toString().replace(".yaml", "");
            return new FrameworkReader(yaml, findings).framework(expected);
        });
    }

    private FrameworkDraft framework(String expectedId) {
        JsonNode head = yaml.root().path("framework");
        if (!head.path("id").asText().equals(expectedId)) {
            findings.error(yaml.line("/framework/id"), "the id is not the name of the file", "write id: " + expectedId);
        }
        return new FrameworkDraft(
                head.path("id").asText(),
                text(head, "name"),
                text(head, "issuer"),
                head.path("edition").asText(),
                head.path("year").asInt(),
                head.path("names_official").asBoolean(),
                levels(),
                areas());
    }

    private List<Level> levels() {
        List<JsonNode> inOrder = new ArrayList<>();
        for (int i = 0; i < yaml.root().path("levels").size(); i++) {
            JsonNode level = yaml.root().path("levels").get(i);
            once(levels, level.path("id").asText(), "/levels/" + i);
            inOrder.add(level);
        }
        inOrder.sort(Comparator.comparingInt(level -> level.path("order").asInt()));
        return inOrder.stream()
                .map(level -> new Level(
                        level.path("id").asText(),
                        level.path("band").asText(),
                        text(level, "name"),
                        text(level, "band_name"),
                        level.path("digcomp22_levels")
                                .valueStream()
                                .map(JsonNode::asInt)
                                .toList()))
                .toList();
    }

    private List<Area> areas() {
        List<Area> all = new ArrayList<>();
        for (int i = 0; i < yaml.root().path("areas").size(); i++) {
            JsonNode area = yaml.root().path("areas").get(i);
            once(areas, area.path("id").asText(), "/areas/" + i);
            all.add(new Area(
                    area.path("id").asText(),
                    area.path("number").asText(),
                    text(area, "name"),
                    competences(area, "/areas/" + i)));
        }
        return all;
    }

    private List<Competence> competences(JsonNode area, String pointer) {
        List<Competence> all = new ArrayList<>();
        for (int i = 0; i < area.path("competences").size(); i++) {
            JsonNode competence = area.path("competences").get(i);
            once(competences, competence.path("id").asText(), pointer + "/competences/" + i);
            all.add(new Competence(
                    competence.path("id").asText(),
                    competence.path("number").asText(),
                    text(competence, "name"),
                    text(competence, "description"),
                    alignments(competence)));
        }
        return all;
    }

    private static Map<String, List<String>> alignments(JsonNode competence) {
        Map<String, List<String>> alignments = new TreeMap<>();
        for (String framework : ALIGNED) {
            List<String> numbers = competence
                    .path(framework)
                    .valueStream()
                    .map(JsonNode::asText)
                    .toList();
            if (!numbers.isEmpty()) {
                alignments.put(framework, numbers);
            }
        }
        return alignments;
    }

    private void once(Set<String> known, String id, String pointer) {
        if (!known.add(id)) {
            findings.error(yaml.line(pointer), "the id " + id + " stands twice", "give one of them another id");
        }
    }

    private static LocalText text(JsonNode node, String key) {
        return new LocalText(
                node.path(key + "_uk").asText(), node.path(key + "_en").asText());
    }
}
