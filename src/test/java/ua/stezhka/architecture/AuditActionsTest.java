package ua.stezhka.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every deed that the code notes in the audit trail has words for those who read it. */
class AuditActionsTest {
    private static final Pattern NOTED =
            Pattern.compile("(?:AuditNote\\s*\\.\\s*of|noted|audit\\s*\\.\\s*viewed)\\(\\s*\"([a-z]+\\.[a-z_]+)\"");

    private static Set<String> noted() {
        return House.javaSources().stream()
                .flatMap(file -> NOTED.matcher(House.read(file)).results())
                .map(found -> found.group(1).replace('.', '_'))
                .collect(Collectors.toSet());
    }

    private static Map<String, String> texts() {
        return Bundle.of(Bundle.all("uk"), "audit").texts();
    }

    @Test
    void every_deed_has_a_sentence() {
        assertThat(noted()).contains("account_signed_in", "certificate_issued");
        assertThat(noted().stream().filter(action -> texts().keySet().stream()
                        .noneMatch(key ->
                                action.endsWith("_") ? key.startsWith("did_" + action) : key.equals("did_" + action))))
                .as("deeds without did_… in audit_uk.properties")
                .isEmpty();
    }

    @Test
    void every_look_has_words_for_the_person_who_was_looked_at() {
        Stream<String> looks = noted().stream().filter(action -> action.endsWith("_viewed"));
        assertThat(looks.filter(action -> !texts().containsKey("seen_" + action)))
                .as("looks without seen_… in audit_uk.properties")
                .isEmpty();
    }
}
