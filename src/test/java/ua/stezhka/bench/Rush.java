package ua.stezhka.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import ua.stezhka.bench.Load.Taken;

/** Many people at one quiz: two thousand who answer, a thousand who begin within five seconds, five thousand whose time is over. */
final class Rush {
    /** Of the seconds of a row: a minute and three minutes with the usual three. */
    private static final double RAMP = 20;

    private static final double PLATEAU = 60;
    private static final double SHORTEST = 30;
    private static final double LONGEST = 90;
    private static final double START_SECONDS = 5;
    private static final double ARRIVALS_A_SECOND = 40;
    private static final double SAVES_A_SECOND = 33;
    private static final double CLOSE_LIMIT = 60;
    private static final double CLOSE_PATIENCE = 180;
    private static final int LONER = 99_999;
    private static final int FIRST_OVERDUE = 100_001;
    private static final int OVERDUE = 5000;

    private final Product product;
    private final int takers;
    private final double ramp;
    private final double plateau;
    private final List<Pupil> savers;
    private final Path work;
    private final StringBuilder told = new StringBuilder();

    /** @param savers people with an open attempt, who go on saving while attempts are closed */
    Rush(Product product, Options options, List<Pupil> savers, Path work) {
        this.product = product;
        this.takers = options.crowd();
        this.ramp = RAMP * options.seconds();
        this.plateau = PLATEAU * options.seconds();
        this.savers = savers;
        this.work = work;
    }

    void run() throws SQLException, IOException {
        tell("machine load before: %s%n", Machine.load());
        Overdue.make(product, LONER, LONER);
        answer();
        start();
        close();
        tell("machine load after: %s%n", Machine.load());
        System.out.print(told);
        Files.writeString(work.resolve("load.txt"), told);
        System.out.println("Also in " + work.resolve("load.txt"));
    }

    private void tell(String format, Object... parts) {
        told.append(String.format(Locale.ROOT, format, parts));
    }

    private static void say(String what) {
        System.err.println("bench: " + java.time.LocalTime.now().withNano(0) + " " + what);
    }

    private static void sleep(double seconds) {
        try {
            TimeUnit.NANOSECONDS.sleep((long) (seconds * 1e9));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Everybody does this on a thread of their own. */
    private static void together(List<Candidate> people, Consumer<Candidate> action) {
        List<Thread> threads = people.stream()
                .map(one -> Thread.startVirtualThread(() -> action.accept(one)))
                .toList();
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private List<Candidate> people(int count, int seed) {
        List<Candidate> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            people.add(new Candidate(product.port(), seed + i));
        }
        return people;
    }

    private void answer() throws SQLException {
        say(takers + " takers, thinking 30-90 s, for " + (int) (ramp + plateau) + " s");
        Times starts = new Times("start");
        Times looks = new Times("question page");
        Times saves = new Times("save");
        List<Candidate> people = people(takers, 1);
        long end = System.nanoTime() + (long) ((ramp + plateau) * 1e9);
        try (Gauge gauge = new Gauge(product)) {
            together(people, one -> {
                sleep(one.thinks(0, ramp));
                if (!starts.measure(() -> one.begin().run())) {
                    return;
                }
                sleep(one.thinks(0, LONGEST));
                while (System.nanoTime() < end) {
                    looks.measure(one::look);
                    saves.measure(one::save);
                    sleep(Math.min(one.thinks(SHORTEST, LONGEST), Math.max(0, (end - System.nanoTime()) / 1e9)));
                }
            });
            tell("%n%d people take a quiz at once (limits: no errors, save p95 200, p99 800 ms)%n", takers);
            tell("  %s%n  %s%n  %s%n%s%n", starts, looks, saves, gauge.tell(saves.count()));
        }
        people.forEach(Candidate::close);
    }

    private void start() throws SQLException {
        int count = takers / 2;
        say(count + " people begin within five seconds");
        String lesson = BenchContent.lessons(Path.of("course-content")).getFirst();
        List<Candidate> people = people(count, 1_000_000);
        Times arrivals = new Times("arrival");
        together(people, one -> {
            sleep(one.thinks(0, count / ARRIVALS_A_SECOND));
            arrivals.measure(() -> one.arrive(lesson));
        });
        Times starts = new Times("start");
        try (Gauge gauge = new Gauge(product)) {
            together(people, one -> {
                sleep(one.thinks(0, START_SECONDS));
                starts.measure(one::begin);
            });
            tell("%n%d people begin within 5 s (limits: no errors, p95 2000 ms)%n", count);
            tell("  %s%n  %s%n%s%n", arrivals, starts, gauge.tell(starts.count()));
        }
        people.forEach(Candidate::close);
    }

    private void close() throws SQLException {
        tell(
                "%n%d attempts are over in the same minute (limits: closed within 60 s, save p95 500 ms meanwhile)%n",
                OVERDUE);
        if (Overdue.open(product) > 0) {
            tell("  skipped: needs the closing job; an attempt that was over minutes ago is still open%n");
            return;
        }
        say(OVERDUE + " attempts are over");
        Overdue.make(product, FIRST_OVERDUE, FIRST_OVERDUE + OVERDUE - 1);
        long begin = System.nanoTime();
        List<Taken> saves = new ArrayList<>();
        try (Gauge gauge = new Gauge(product)) {
            Thread saving = Thread.ofPlatform()
                    .start(() -> saves.add(Load.paced(product, savers, Pupil::nextSave, CLOSE_LIMIT, SAVES_A_SECOND)));
            int open = Overdue.open(product);
            while (open > 0 && System.nanoTime() - begin < CLOSE_PATIENCE * 1e9) {
                sleep(0.5);
                open = Overdue.open(product);
            }
            double took = (System.nanoTime() - begin) / 1e9;
            saving.join();
            tell("  %s%n", open == 0 ? "all closed after %.1f s".formatted(took) : open + " still open");
            saves.forEach(taken -> tell(
                    "  saves meanwhile p50 %.1f  p95 %.1f  p99 %.1f ms%n",
                    taken.percentileMillis(0.5), taken.percentileMillis(0.95), taken.percentileMillis(0.99)));
            tell("%s%n", gauge.tell(OVERDUE));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
