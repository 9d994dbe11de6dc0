package ua.stezhka.bench;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One line of the table.
 *
 * @param requests   how many requests one turn sends
 * @param cycle      after how many turns they repeat
 * @param peerMillis processor time of the peer for the same, where it was measured
 * @param goal       how many times less it shall be
 * @param statements whether it asks the database
 * @param prepare    what each person does once before
 * @param turn       what is measured
 */
record Row(
        String name,
        String title,
        int requests,
        int cycle,
        OptionalDouble peerMillis,
        OptionalDouble goal,
        boolean statements,
        Consumer<Pupil> prepare,
        Consumer<Pupil> turn) {
    static final String EMPTY = "empty";
    static final String ROUTE = "route";
    static final String SAVE = "save";
    static final String SIGN_IN = "sign-in";
    static final String SIGN_IN_PAGE = "sign-in-page";
    static final String LANDING = "landing";
    static final String NEW_CERTIFICATE = "certificate-new";
    static final String CERTIFICATE = "certificate";
    static final String GZIP = "lesson-gzip";
    static final String STATISTICS = "statistics";
    private static final int REQUESTS_OF_AN_ATTEMPT = 1 + 2 * BenchContent.QUESTIONS + 3;
    private static final double PAGE = 200;
    private static final double WRITE = 50;
    private static final double ATTEMPT = 100;

    /** All rows; the first two are the empty endpoints that are in the limits of the others. */
    static List<Row> all(List<String> lessons) {
        return List.of(
                page(EMPTY, "empty endpoint (live check)", 0, "/q/health/live"),
                page(ROUTE, "smallest route, signed in", 0, "/xapi/about"),
                page(LANDING, "landing page", 0, "/"),
                page("course", "course page, signed in", 185, "/courses/" + BenchContent.COURSE),
                page("lesson", "lesson step, signed in", 118, steps(lessons)),
                page(GZIP, "lesson step, gzip", 118, steps(lessons)),
                row(
                        "attempt",
                        "quiz question page",
                        127,
                        PAGE,
                        BenchContent.QUESTIONS,
                        Pupil::openAttempt,
                        Pupil::nextQuestion),
                row(SAVE, "save of an answer", 42, WRITE, BenchContent.QUESTIONS, Pupil::openAttempt, Pupil::nextSave),
                new Row(
                        "full-attempt",
                        "full attempt, 20 questions",
                        REQUESTS_OF_AN_ATTEMPT,
                        1,
                        OptionalDouble.of(4500),
                        OptionalDouble.of(ATTEMPT),
                        true,
                        pupil -> {},
                        Pupil::wholeAttempt),
                page(SIGN_IN_PAGE, "sign-in page", 34, "/sign-in"),
                row(SIGN_IN, "sign-in (Argon2id)", 68, 0, 1, pupil -> {}, Pupil::signIn),
                row(
                        STATISTICS,
                        "statistics page on 1,000,000 responses",
                        0,
                        0,
                        1,
                        Pupil::findStatistics,
                        Pupil::readStatistics),
                certificate(CERTIFICATE, "certificate PDF, kept", Pupil::take),
                certificate(NEW_CERTIFICATE, "certificate PDF, printed anew", Pupil::print));
    }

    /** Whether people ask for it who are not known. */
    boolean byStrangers() {
        return name.equals(EMPTY) || name.equals(LANDING) || name.equals(SIGN_IN_PAGE);
    }

    static Optional<Row> named(List<Row> rows, String name) {
        return rows.stream().filter(row -> row.name.equals(name)).findFirst();
    }

    private static String[] steps(List<String> lessons) {
        return Stream.of(1, 2, 3, 4, 5, 6)
                .map(step -> "/courses/" + BenchContent.COURSE + "/lessons/" + lessons.get(1) + "/steps/" + step)
                .toArray(String[]::new);
    }

    private static Row page(String name, String title, double peer, String... paths) {
        return row(name, title, peer, peer == 0 ? 0 : PAGE, paths.length, pupil -> {}, pupil -> pupil.read(paths));
    }

    private static Row row(
            String name,
            String title,
            double peer,
            double goal,
            int cycle,
            Consumer<Pupil> prepare,
            Consumer<Pupil> turn) {
        return new Row(
                name,
                title,
                1,
                cycle,
                some(peer),
                some(goal),
                !name.equals(EMPTY) && !name.equals(ROUTE) && !name.equals(SIGN_IN_PAGE),
                prepare,
                turn);
    }

    private static Row certificate(String name, String title, Consumer<Pupil> turn) {
        return row(name, title, 0, 0, 1, pupil -> pupil.findCertificate(BenchContent.SHORT_COURSE), turn);
    }

    private static OptionalDouble some(double value) {
        return value == 0 ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
