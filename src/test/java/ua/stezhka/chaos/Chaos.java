package ua.stezhka.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import ua.stezhka.quiz.RecomputedScores;

/** Starts everything, lets people answer while it breaks, and checks afterwards what became of their answers. */
final class Chaos {
    private static final Duration MOST_DRAIN = Duration.ofSeconds(90);
    private static final double MOST_SEEN = 0.01;

    private final Options options;
    private final Mischief mischief;
    private final Trouble trouble;
    private final History history = new History();

    private Chaos(Options options) {
        this.options = options;
        this.mischief = new Mischief(options.seed());
        this.trouble = new Trouble(options.patience());
    }

    public static void main(String... arguments) throws IOException, SQLException {
        System.exit(run(Options.of(arguments)).isEmpty() ? 0 : 1);
    }

    /** One whole run; tells what was found, which should be nothing. */
    static List<Finding> run(Options options) throws IOException, SQLException {
        return new Chaos(options).run();
    }

    private List<Finding> run() throws IOException, SQLException {
        say("seed " + options.seed() + ", starting a database and two nodes");
        try (Ground ground = Ground.start(options, mischief, trouble)) {
            Watch watch = new Watch(ground.nodes(), trouble, options.patience());
            long begin = System.nanoTime();
            Hours hours = new Hours(options.patience());
            say(options.takers() + " takers for " + options.seconds() + " s");
            List<Thread> takers = new ArrayList<>();
            for (int number = 0; number < options.takers(); number++) {
                String key = "taker-with-the-number-%d-of-run-%d".formatted(number, options.seed());
                takers.add(Thread.startVirtualThread(
                        new Taker(number, new Browser(ground.port(), key, trouble), history, options, hours)));
            }
            Breaker breaker = new Breaker(ground, trouble, options);
            long end = begin + options.seconds() * 1_000_000_000L;
            breaker.run(end);
            Pause.millis(Math.max(0, (end - System.nanoTime()) / 1_000_000));
            hours.end();
            say("the last answers");
            mischief.end();
            ground.awaitReady(mostDrain());
            await(takers);
            watch.end();
            return conclude(ground, breaker, (System.nanoTime() - begin) / 1e9);
        }
    }

    private Duration mostDrain() {
        return MOST_DRAIN.multipliedBy((long) Math.ceil(options.patience()));
    }

    private void await(List<Thread> takers) {
        long limit = System.nanoTime() + mostDrain().toNanos();
        for (Thread taker : takers) {
            try {
                taker.join(Duration.ofNanos(Math.max(1_000_000, limit - System.nanoTime())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        if (history.running().get() > 0) {
            trouble.found(
                    Finding.Promise.NODES_COME_BACK,
                    history.running() + " takers did not come to an end of their questions");
        }
    }

    private List<Finding> conclude(Ground ground, Breaker breaker, double seconds) throws IOException, SQLException {
        Database database = ground.database();
        Stored stored;
        try (Connection connection = database.connect()) {
            stored = StoredReader.read(connection);
        }
        List<Operation> operations = history.all();
        List<Finding> findings = new ArrayList<>(Checker.check(operations, stored));
        findings.addAll(trouble.findings());
        findings.addAll(missed());
        RecomputedScores.differences(database.url(), database.user(), database.password())
                .forEach(difference ->
                        findings.add(new Finding(Finding.Promise.SCORES_FOLLOW_FROM_THE_LOG, difference)));
        String summary =
                new Summary(options, history, trouble, mischief, breaker.recoveries()).text(stored, findings, seconds);
        System.out.println(summary);
        Files.writeString(options.work().resolve("report.txt"), summary);
        return findings;
    }

    /** R-F-01: with one node away at a time, at most one operation of a hundred takes ten seconds or fails. */
    private List<Finding> missed() {
        boolean oneByOne = options.faults().equals(List.of(Fault.KILL_NODE));
        return oneByOne && history.shareSeen() > MOST_SEEN * options.patience()
                ? List.of(new Finding(
                        Finding.Promise.ONE_NODE_IS_HARDLY_MISSED,
                        "%.2f %% of operations were not done within 10 s".formatted(100 * history.shareSeen())))
                : List.of();
    }

    private static void say(String what) {
        System.err.println("chaos: " + java.time.LocalTime.now().withNano(0) + " " + what);
    }
}
