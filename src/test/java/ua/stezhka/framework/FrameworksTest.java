package ua.stezhka.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.LocalText;
import ua.stezhka.platform.Problem;
import ua.stezhka.platform.TestDatabase;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class FrameworksTest {
    private static final LocalText NAME = new LocalText("Назва", "Name");

    @Inject
    Frameworks frameworks;

    @Test
    void the_national_framework_has_six_areas_and_thirty_competences_with_unofficial_names() {
        Framework framework = frameworks.framework("digcomp-ua-citizens");
        assertThat(framework.areas()).hasSize(6).allSatisfy(area -> assertThat(area.competences())
                .hasSize(5));
        assertThat(framework.levels()).extracting(Level::id).containsExactly("A1", "A2", "B1", "B2", "C1", "C2");
        assertThat(framework.namesOfficial()).isFalse();
        assertThat(framework.areaOf("protect-devices").orElseThrow().id()).isEqualTo("safety");
        assertThat(framework.competence("protect-devices").orElseThrow().alignments())
                .containsEntry("digcomp22", List.of("4.1"));
        assertThat(framework.bandName("basic").orElseThrow().uk()).isEqualTo("Базовий рівень");
        assertThat(framework.competence("magic")).isEmpty();
    }

    @Test
    void frameworks_stand_side_by_side_and_an_edition_never_changes() {
        assertThat(frameworks.publish(framework("teachers", "Учитель"))).isTrue();
        assertThat(frameworks.publish(framework("teachers", "Учитель"))).isFalse();
        Framework first = frameworks.framework("teachers");
        assertThat(frameworks.publish(framework("teachers", "Учителька"))).isTrue();
        Framework second = frameworks.framework("teachers");
        assertThat(second.edition()).isNotEqualTo(first.edition());
        assertThat(first.name().uk()).isEqualTo("Учитель");
        assertThat(second.name().uk()).isEqualTo("Учителька");
        assertThat(frameworks.all()).extracting(Framework::id).contains("digcomp-ua-citizens", "teachers");
    }

    @Test
    void an_unknown_framework_is_not_found() {
        assertThatThrownBy(() -> frameworks.framework("no-such-framework")).isInstanceOf(Problem.NotFound.class);
    }

    private static FrameworkDraft framework(String id, String name) {
        return new FrameworkDraft(
                id,
                new LocalText(name, "Teacher"),
                NAME,
                "1",
                2026,
                true,
                List.of(new Level("A1", "basic", NAME, NAME, List.of(1))),
                List.of(new Area("area", "1", NAME, List.of(new Competence("thing", "1.1", NAME, NAME, Map.of())))));
    }
}
