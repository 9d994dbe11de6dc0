package ua.stezhka.quiz;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ua.stezhka.question.Answer;
import ua.stezhka.question.Arrangement;
import ua.stezhka.question.Choice;
import ua.stezhka.question.Given;
import ua.stezhka.question.QuestionBody;
import ua.stezhka.question.QuestionVersion;
import ua.stezhka.question.ResponseState;
import ua.stezhka.question.Score;
import ua.stezhka.question.Wording;
import ua.stezhka.xapi.Activity;
import ua.stezhka.xapi.ActivityType;
import ua.stezhka.xapi.Context;
import ua.stezhka.xapi.Interaction;
import ua.stezhka.xapi.InteractionType;
import ua.stezhka.xapi.Result;
import ua.stezhka.xapi.Statement;
import ua.stezhka.xapi.Statements;
import ua.stezhka.xapi.Verb;
import ua.stezhka.xapi.Verbs;

/** Tells attempts and answers as learning statements, in the transaction in which they happen. */
@Singleton
class QuizStatements {
    private final Statements statements;

    QuizStatements(Statements statements) {
        this.statements = statements;
    }

    /**
     * What was asked and what it earned.
     *
     * @param questions in the order of the attempt
     * @param scores    by position; without those that people mark
     */
    record Answered(List<QuestionVersion> questions, Map<Integer, Score> scores) {}

    /** An attempt began. */
    void started(Learner learner, UUID attemptId, QuizVersion quiz, Instant at) {
        statements.store(List.of(told("attempt/" + attemptId + "/started", learner, Verbs.ATTEMPTED, activity(quiz), at)
                .with(context(attemptId, quiz))));
    }

    /**
     * An attempt was submitted: each answer, how it went, and that it is over. One insert.
     *
     * @param outcome null when people mark an answer first
     */
    void submitted(
            Learner learner, AttemptSheet sheet, Answered answered, @Nullable AttemptOutcome outcome, Instant at) {
        QuizVersion quiz = sheet.quiz();
        Context context = context(sheet.id(), quiz);
        List<Statement> told = new ArrayList<>();
        for (AttemptSheet.Slot slot : sheet.slots()) {
            Given given = slot.given();
            if (given != null && given.state() != ResponseState.CLEARED) {
                told.add(answered(
                                "attempt/" + sheet.id() + "/answered/" + slot.position(),
                                learner,
                                quiz,
                                answered.questions.get(slot.position() - 1),
                                given,
                                slot.shown(),
                                answered.scores.get(slot.position()),
                                Objects.requireNonNullElse(slot.savedAt(), at))
                        .with(context.parent(activity(quiz).reference())));
            }
        }
        Duration took = Duration.between(sheet.startedAt(), at);
        String event = "attempt/" + sheet.id();
        if (outcome != null) {
            told.add(outcome(event + "/graded", learner, quiz, outcome, at)
                    .with(outcome.result().lasting(took))
                    .with(context));
        }
        told.add(told(event + "/completed", learner, Verbs.COMPLETED, activity(quiz), at)
                .with(Result.ofCompletion(true).lasting(took))
                .with(context));
        statements.store(told);
    }

    /** Attempts have other scores than before, because a key was corrected. One insert. */
    void regraded(List<ScoreChange> changes, Function<UUID, QuizVersion> quizzes, Instant at) {
        List<Statement> told = new ArrayList<>();
        for (ScoreChange change : changes) {
            QuizVersion quiz = quizzes.apply(change.quizVersionId());
            boolean passed = change.passedAfter();
            told.add(told(
                            "attempt/" + change.attemptId() + "/regraded/" + at,
                            change.learner(),
                            passed ? Verbs.PASSED : Verbs.FAILED,
                            activity(quiz),
                            at)
                    .with(Result.ofSuccess(passed).withScore(scored(change.after())))
                    .with(context(change.attemptId(), quiz)));
        }
        if (!told.isEmpty()) {
            statements.store(told);
        }
    }

    /** People gave the last mark of an attempt, or another one for a mark they had given. */
    void marked(Learner learner, AttemptSheet sheet, AttemptOutcome outcome, String mark, Instant at) {
        String event = "attempt/" + sheet.id() + (sheet.waiting() ? "/graded" : "/graded-again/" + mark);
        statements.store(List.of(outcome(event, learner, sheet.quiz(), outcome, at)
                .with(outcome.result())
                .with(context(sheet.id(), sheet.quiz()))));
    }

    private Statement outcome(String event, Learner learner, QuizVersion quiz, AttemptOutcome outcome, Instant at) {
        return told(event, learner, outcome.passed() ? Verbs.PASSED : Verbs.FAILED, activity(quiz), at);
    }

    /** A check question of a lesson was answered. */
    void checked(
            Learner learner,
            UUID attemptId,
            QuizVersion quiz,
            QuestionVersion question,
            Given given,
            Arrangement shown,
            UUID saveId,
            Instant at) {
        String event = "attempt/" + attemptId + "/checked/" + saveId;
        Score score = question.markedByPeople(given) ? null : question.score(given, shown);
        statements.store(List.of(answered(event, learner, quiz, question, given, shown, score, at)
                .with(context(attemptId, quiz).parent(activity(quiz).reference()))));
    }

    /** @param score null when people mark the answer: what they write in their own words, or send as a file, tells too much about them */
    private Statement answered(
            String event,
            Learner learner,
            QuizVersion quiz,
            QuestionVersion question,
            Given given,
            Arrangement shown,
            @Nullable Score score,
            Instant at) {
        Activity activity = statements.interaction(
                interaction(question.body()),
                "courses/" + quiz.course() + "/questions/" + question.contentId(),
                question.face().plain());
        Statement told = told(event, learner, Verbs.ANSWERED, activity, at);
        return score == null ? told : told.with(result(response(question.meant(given, shown)), score));
    }

    private static Result result(@Nullable String response, Score score) {
        Result result =
                response == null ? Result.ofSuccess(score.isFull()) : Result.ofResponse(response, score.isFull());
        return result.withScore(scored(score));
    }

    private Statement told(String event, Learner learner, Verb verb, Activity object, Instant at) {
        return Statement.of(event, statements.agent(learner.actorId()), verb, object, at);
    }

    private Activity activity(QuizVersion quiz) {
        String course = "courses/" + quiz.course();
        return quiz.isFinal()
                ? statements.activity(ActivityType.ASSESSMENT, course + "/quiz", quiz.title())
                : statements.activity(ActivityType.LESSON, course + "/lessons/" + quiz.lesson(), quiz.title());
    }

    private static Context context(UUID attemptId, QuizVersion quiz) {
        return Context.of(attemptId).inRevision(quiz.id().toString());
    }

    static ua.stezhka.xapi.Score scored(Score score) {
        return ua.stezhka.xapi.Score.of(BigDecimal.valueOf(score.earned()), BigDecimal.valueOf(score.possible()));
    }

    private static Interaction interaction(QuestionBody body) {
        return switch (body) {
            case QuestionBody.SingleChoice b -> Interaction.choice(ids(b.options()));
            case QuestionBody.MultipleChoice b -> Interaction.choice(ids(b.options()));
            case QuestionBody.TrueFalse b -> Interaction.of(InteractionType.TRUE_FALSE);
            case QuestionBody.ShortText b -> Interaction.of(InteractionType.FILL_IN);
            case QuestionBody.NumberEntry b -> Interaction.of(InteractionType.NUMERIC);
            case QuestionBody.Matching b -> Interaction.matching(List.of(ids(b.left())), List.of(ids(b.right())));
            case QuestionBody.Ordering b -> Interaction.sequencing(ids(b.items()));
            case QuestionBody.Gaps b -> Interaction.of(InteractionType.FILL_IN);
            case QuestionBody.Rehearsal b ->
                Interaction.performance(
                        b.steps().stream().map(QuestionBody.Step::id).toArray(String[]::new));
            case QuestionBody.Categorise b ->
                Interaction.matching(List.of(ids(b.items())), List.of(ids(b.categories())));
            case QuestionBody.Hotspot b -> Interaction.choice(ids(b.choices()));
            case QuestionBody.FreeText b -> Interaction.of(InteractionType.LONG_FILL_IN);
            case QuestionBody.FileWork b -> Interaction.of(InteractionType.OTHER);
        };
    }

    /** The answer in the standard’s writing, by ids of the content. */
    private static @Nullable String response(@Nullable Answer answer) {
        return switch (answer) {
            case null -> null;
            case Answer.SingleChoice a -> a.option();
            case Answer.MultipleChoice a -> Interaction.response(List.copyOf(a.options()));
            case Answer.TrueFalse a -> Boolean.toString(a.value());
            case Answer.ShortText a -> a.text();
            case Answer.NumberEntry a ->
                Wording.number(a.text()).map(BigDecimal::toPlainString).orElse(a.text());
            case Answer.Matching a -> Interaction.response(a.pairs());
            case Answer.Ordering a -> Interaction.response(a.order());
            case Answer.Gaps a -> Interaction.response(List.copyOf(a.gaps().values()));
            // What was typed stays in the answer and does not travel further.
            case Answer.Rehearsal a ->
                Interaction.response(a.presses().stream()
                        .map(press -> Interaction.done(press.step(), Objects.requireNonNullElse(press.part(), "")))
                        .toList());
            case Answer.Categorise a -> Interaction.response(a.groups());
            case Answer.Hotspot a -> Interaction.response(List.copyOf(a.regions()));
            case Answer.FreeText a -> null;
            case Answer.FileWork a -> null;
        };
    }

    private static String[] ids(List<Choice> choices) {
        return choices.stream().map(Choice::id).toArray(String[]::new);
    }
}
