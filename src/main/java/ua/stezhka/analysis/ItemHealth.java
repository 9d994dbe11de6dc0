package ua.stezhka.analysis;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;

/** How questions measure, for modules that list them: key figures, and what somebody should look at. */
@Singleton
public class ItemHealth {
    private final Healths healths;

    ItemHealth(Healths healths) {
        this.healths = healths;
    }

    /**
     * The newest answered version of a question.
     *
     * @param versionId      the question version that the figures are of
     * @param answers        first attempts of people in which it was asked
     * @param facility       share of the score that is earned, from 0 to 1; empty before the first answer
     * @param discrimination corrected item–rest correlation, from −1 to 1; empty where nothing differs
     * @param flags          {@link Flag#TOO_FEW} alone below thirty answers; empty when nothing strikes
     */
    public record Health(
            UUID versionId, long answers, OptionalDouble facility, OptionalDouble discrimination, Set<Flag> flags) {
        /** Whether somebody should look at the question. */
        public boolean suspicious() {
            return !flags.isEmpty() && !flags.contains(Flag.TOO_FEW);
        }
    }

    /**
     * Question id → its health, in four statements for any number of questions. Ids that are no question’s are missing.
     *
     * @param questionIds ids of questions, not of their versions
     */
    public Map<UUID, Health> of(Collection<UUID> questionIds) {
        Map<UUID, Health> known = new LinkedHashMap<>();
        healths.questions(Set.copyOf(questionIds)).forEach((id, health) -> known.put(id, of(health)));
        return known;
    }

    /** The health of one question; empty when there is no such question. */
    public Optional<Health> of(UUID questionId) {
        return Optional.ofNullable(of(Set.of(questionId)).get(questionId));
    }

    private static Health of(QuestionHealth health) {
        ItemFigures figures = health.figures();
        return new Health(
                health.name().version(),
                figures.answers(),
                figures.facility(),
                figures.discrimination(),
                Set.copyOf(figures.flags()));
    }
}
