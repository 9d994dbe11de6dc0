package ua.stezhka.home;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import ua.stezhka.course.Courses;
import ua.stezhka.platform.Demonstration;
import ua.stezhka.quiz.Attempts;
import ua.stezhka.quiz.DemonstrationAnswers;
import ua.stezhka.quiz.Learner;
import ua.stezhka.quiz.QuizDraft;

/** Guests who took a quiz in the last months, so that its statistics have something to tell. */
@Singleton
class DemoCrowd {
    private static final String COURSE = "internet-safety";
    private static final int GUESTS = 80;
    private static final int DAYS = 110;

    private final Demonstration demonstration;
    private final DemoGuests guests;
    private final Courses courses;
    private final Attempts attempts;
    private final DemonstrationAnswers answers;

    DemoCrowd(
            Demonstration demonstration,
            DemoGuests guests,
            Courses courses,
            Attempts attempts,
            DemonstrationAnswers answers) {
        this.demonstration = demonstration;
        this.guests = guests;
        this.courses = courses;
        this.attempts = attempts;
        this.answers = answers;
    }

    /** Courses come from a folder that may be another one than ours. */
    void answer(Instant today) {
        if (courses.current(COURSE).isPresent()) {
            RandomGenerator random = new SplittableRandom(2026);
            for (int guest = 1; guest <= GUESTS; guest++) {
                Instant begin =
                        today.minus(Duration.ofDays(DAYS).dividedBy(GUESTS).multipliedBy(guest));
                demonstration.at(begin, () -> take(begin, random));
            }
        }
    }

    private void take(Instant begin, RandomGenerator random) {
        Learner guest = guests.next();
        UUID attempt = attempts.start(guest, QuizDraft.finalOf(COURSE));
        double ability = (random.nextDouble() + random.nextDouble()) / 2;
        Instant end = answers.answerAll(guest, attempt, ability, begin, random);
        demonstration.at(end.plusSeconds(20), () -> attempts.submit(guest, attempt));
    }
}
