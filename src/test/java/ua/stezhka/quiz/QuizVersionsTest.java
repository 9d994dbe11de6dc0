package ua.stezhka.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.HandClock;
import ua.stezhka.platform.TestDatabase;

/** Nodes that run side by side show the same quizzes, at most a second apart. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class QuizVersionsTest {
    @Inject
    QuizFixtures fixtures;

    @Inject
    Jdbi jdbi;

    private final HandClock clock = new HandClock();

    @Test
    void another_node_sees_a_new_version_a_second_later() {
        String course = fixtures.course();
        UUID quiz = QuizDraft.finalOf(course);
        QuizVersions otherNode = new QuizVersions(jdbi, clock);
        QuizVersion before = otherNode.requireCurrent(quiz);
        fixtures.publish(course, "second");
        assertThat(otherNode.requireCurrent(quiz)).isEqualTo(before);
        clock.forward(Duration.ofSeconds(1));
        QuizVersion after = otherNode.requireCurrent(quiz);
        assertThat(after.id()).isNotEqualTo(before.id());
        assertThat(otherNode.question(after.pool().getFirst()).face().plain().uk())
                .contains("second");
        assertThat(otherNode.lessonsOf(QuizFixtures.courseId(course)))
                .singleElement()
                .satisfies(lesson -> assertThat(otherNode
                                .question(lesson.pool().getFirst())
                                .face()
                                .plain()
                                .uk())
                        .contains("second"));
    }

    @Test
    void another_node_sees_a_new_course_a_second_later() {
        QuizVersions otherNode = new QuizVersions(jdbi, clock);
        String known = fixtures.course();
        assertThat(otherNode.current(QuizDraft.finalOf(known))).isPresent();
        String course = fixtures.course();
        clock.forward(Duration.ofSeconds(1));
        assertThat(otherNode.current(QuizDraft.finalOf(course))).isPresent();
        assertThat(otherNode.lessonsOf(QuizFixtures.courseId(course))).hasSize(1);
    }
}
