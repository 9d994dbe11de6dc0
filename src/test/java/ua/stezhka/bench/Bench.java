package ua.stezhka.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ua.stezhka.bench.Load.Taken;

/** Starts the product on a filled database, warms it, measures all rows and their limits in turns, and ends everything. */
final class Bench {
    /** Learners from this one on sign in nowhere else. */
    private static final int UNTRIED = 800;

    private static final int PEOPLE = 4;
    private static final int SAVERS = 16;
    private static final double SAVES_A_SECOND = 60;
    private static final double SIGN_INS_A_SECOND = 30;
    private static final double WARM_SLICE = 0.4;
    private static final double MOST_WARM_SECONDS = 20;
    private static final double SETTLING_SLICE = 2;
    private static final double MOST_SETTLING_SECONDS = 100;
    private static final double SHARE_OF_COMPILERS = 0.04;
    private static final Path WORK = Path.of("target/bench");

    private final Product product;
    private final Options options;
    private final List<Row> rows;
    private final Map<Row, List<Pupil>> people = new HashMap<>();
    private final Map<Row, Result> results = new LinkedHashMap<>();
    private int learners;

    private Bench(Product product, Options options, List<String> lessons) {
        this.product = product;
        this.options = options;
        this.rows = Row.all(lessons).stream().filter(options::wants).toList();
    }

    public static void main(String... arguments) throws IOException, SQLException {
        Options options = Options.of(arguments);
        Files.createDirectories(WORK);
        Path content = WORK.resolve("content").toAbsolutePath();
        Path real = Path.of("course-content");
        BenchContent.write(real, content);
        List<String> lessons = BenchContent.lessons(real);
        String before = Machine.load();
        say("starting the product");
        Product product = Product.start(WORK.toAbsolutePath(), content);
        Thread stop = new Thread(product::close);
        Runtime.getRuntime().addShutdownHook(stop);
        say("gathering a thousand learners");
        Crowd.gather(product, lessons);
        Crowd.certify(product, BenchContent.SHORT_COURSE, BenchContent.lessonsOfShortCourse(content));
        Bench bench = new Bench(product, options, lessons);
        if (Row.named(bench.rows, Row.STATISTICS).isPresent()) {
            say("a million answers");
            say("counted in " + Answers.gather(product).toSeconds() + " s");
        }
        bench.warm();
        bench.settle();
        if (options.profile()) {
            bench.profile();
        } else {
            bench.measure();
            bench.report(before);
        }
        if (options.crowd() > 0) {
            new Rush(product, options, bench.savers(), WORK).run();
        }
        System.exit(0);
    }

    private void warm() {
        for (Row row : rows) {
            List<Pupil> pupils = peopleFor(row);
            pupils.forEach(row.prepare());
            people.put(row, pupils);
            results.put(row, new Result(row));
        }
        say("warming up");
        Map<Row, Double> seconds = new HashMap<>();
        Map<Row, Integer> turns = new HashMap<>();
        List<Row> cold = new ArrayList<>(rows);
        while (!cold.isEmpty()) {
            for (Row row : List.copyOf(cold)) {
                Taken taken = Load.closed(product, people.get(row), row.turn(), WARM_SLICE);
                double used = seconds.merge(row, taken.programSeconds(), Double::sum);
                if (turns.merge(row, taken.nanos().length, Integer::sum) > options.warmTurns()
                        || used > MOST_WARM_SECONDS) {
                    cold.remove(row);
                }
            }
        }
    }

    /** Goes on until the compilers have little to do, for a while at most: what they still do is counted, and told beside each row. */
    private void settle() {
        double seconds = 0;
        double share = 1;
        while (share > SHARE_OF_COMPILERS && seconds < MOST_SETTLING_SECONDS) {
            double program = product.programSeconds();
            double compilers = product.compilerSeconds();
            for (Row row : rows) {
                Load.closed(product, people.get(row), row.turn(), SETTLING_SLICE);
                seconds += SETTLING_SLICE;
            }
            share = (product.compilerSeconds() - compilers) / (product.programSeconds() - program);
        }
        say("compilers take %.0f %% after %.0f s more".formatted(100 * share, seconds));
    }

    private List<Pupil> peopleFor(Row row) {
        if (row.byStrangers()) {
            return Crowd.strangers(product, PEOPLE);
        }
        return switch (row.name()) {
            case Row.CERTIFICATE, Row.NEW_CERTIFICATE -> Crowd.holders(product, PEOPLE);
            case Row.STATISTICS -> Answers.analysts(product, signedIn(PEOPLE, false));
            default -> signedIn(PEOPLE, row.name().equals(Row.GZIP));
        };
    }

    private List<Pupil> signedIn(int count, boolean gzip) {
        learners += count;
        return Crowd.signedIn(product, learners - count, count, gzip);
    }

    private void measure() throws SQLException {
        try (Limits limits = Limits.start(product, WORK, record())) {
            for (int round = 1; round <= options.rounds(); round++) {
                say("round " + round + " of " + options.rounds());
                for (Row row : rows) {
                    Taken taken = Load.closed(product, people.get(row), row.turn(), options.seconds());
                    results.get(row).add(taken, row.statements() ? raw(limits, row) : 0);
                }
            }
        }
    }

    private double raw(Limits limits, Row row) {
        limits.cpuMillis(row.name(), WARM_SLICE);
        return limits.cpuMillis(row.name(), options.seconds() / 2);
    }

    private Map<String, List<Script>> record() throws SQLException {
        say("listening to the statements of each row");
        Map<String, List<Script>> scripts = new LinkedHashMap<>();
        try (Recorder recorder = new Recorder(product)) {
            for (Row row : rows.stream().filter(Row::statements).toList()) {
                List<Script> each = new ArrayList<>();
                for (Pupil pupil : peopleFor(row)) {
                    Script script = recorder.record(row, pupil);
                    each.add(row.name().equals(Row.SIGN_IN) ? recorder.withPassword(script, pupil) : script);
                }
                scripts.put(row.name(), each);
                results.get(row).statements(each.getFirst().statements());
            }
        }
        return scripts;
    }

    /** People with an open attempt, who save one answer after the other. */
    private List<Pupil> savers() {
        List<Pupil> savers = signedIn(SAVERS, false);
        savers.forEach(Pupil::openAttempt);
        return savers;
    }

    private void report(String before) throws SQLException, IOException {
        Report report = new Report(List.copyOf(results.values()), Machine.describe(product, before, options));
        Row.named(rows, Row.SAVE).filter(save -> options.crowd() == 0).ifPresent(save -> {
            say("saves with and without a wave of sign-ins");
            wave(save, report);
        });
        Row.named(rows, Row.SIGN_IN).ifPresent(signIn -> {
            say("wrong passwords of known and unknown names");
            report.guessing(Guessing.at(product.port(), UNTRIED));
        });
        System.out.println(report.table());
        Files.writeString(WORK.resolve("bench.json"), report.json());
        System.out.println("Also in " + WORK.resolve("bench.json"));
    }

    private void wave(Row save, Report report) {
        double seconds = 2 * options.seconds() + 2;
        List<Pupil> savers = signedIn(SAVERS, false);
        savers.forEach(save.prepare());
        List<Pupil> wave = signedIn(PEOPLE, false);
        Taken calm = Load.paced(product, savers, save.turn(), seconds, SAVES_A_SECOND);
        Thread waves = Thread.ofPlatform()
                .start(() -> report.wave(Load.paced(product, wave, Pupil::signIn, seconds + 1, SIGN_INS_A_SECOND)));
        Taken busy = Load.paced(product, savers, save.turn(), seconds, SAVES_A_SECOND);
        try {
            waves.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        report.saves(calm, busy);
    }

    private void profile() throws IOException {
        for (Row row : rows) {
            Path file = WORK.resolve(row.name() + ".jfr").toAbsolutePath();
            jcmd("JFR.start", "name=" + row.name(), "settings=profile", "jdk.CPUTimeSample#enabled=true");
            Taken taken = Load.closed(product, people.get(row), row.turn(), options.seconds());
            jcmd("JFR.stop", "name=" + row.name(), "filename=" + file);
            System.out.printf(
                    "%-14s %8.3f ms (database %.3f, compilers %.3f), %s%n",
                    row.name(), taken.cpuMillis(), taken.databaseMillis(), taken.compilerMillis(), file);
        }
    }

    private void jcmd(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(product.pid())));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.inputReader().lines().forEach(line -> {});
    }

    private static void say(String what) {
        System.err.println("bench: " + java.time.LocalTime.now().withNano(0) + " " + what);
    }
}
