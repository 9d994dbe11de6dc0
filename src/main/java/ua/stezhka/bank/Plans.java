package ua.stezhka.bank;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import ua.stezhka.account.AuditNote;
import ua.stezhka.account.AuditTrail;
import ua.stezhka.platform.Problem;
import ua.stezhka.quiz.Blueprint;
import ua.stezhka.quiz.QuizPlan;
import ua.stezhka.quiz.QuizPlans;
import ua.stezhka.quiz.Trials;

/** Plans of final quizzes: read, saved with a note of who did it, tried out. */
@Singleton
class Plans {
    private final QuizPlans plans;
    private final Trials trials;
    private final AuditTrail audit;

    Plans(QuizPlans plans, Trials trials, AuditTrail audit) {
        this.plans = plans;
        this.trials = trials;
        this.audit = audit;
    }

    List<QuizPlan> all() {
        return plans.all();
    }

    /** @throws Problem.NotFound when there is no such final quiz */
    QuizPlan of(UUID quizId) {
        return plans.of(quizId);
    }

    @Transactional
    void save(UUID quizId, Blueprint blueprint, UUID by) {
        plans.save(quizId, blueprint);
        audit.note(AuditNote.of("bank.quiz_planned").by(by).with("quiz", quizId.toString()));
    }

    UUID tryOut(UUID personId, UUID quizId, Blueprint blueprint) {
        return trials.start(personId, quizId, blueprint);
    }
}
