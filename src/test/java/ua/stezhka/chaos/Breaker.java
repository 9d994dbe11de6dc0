package ua.stezhka.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** Does one fault after the other and looks how long the product needs to be whole again. */
final class Breaker {
    private static final Duration NODES_LIMIT = Duration.ofSeconds(30);
    private static final Duration DATABASE_LIMIT = Duration.ofSeconds(15);
    private static final double SHORTEST = 8;
    private static final double LONGEST = 12;
    private static final long BREATH_MILLIS = 2000;
    private static final int CHAPTERS = 50;

    private final Ground ground;
    private final Trouble trouble;
    private final Random random;
    private final List<Fault> plan;
    private final double patience;
    private final boolean everyFault;
    private final int chapter;
    private final Map<Fault, List<Duration>> recoveries = new EnumMap<>(Fault.class);

    Breaker(Ground ground, Trouble trouble, Options options) {
        this.ground = ground;
        this.trouble = trouble;
        this.random = new Random(options.seed());
        this.plan = Fault.plan(options.faults(), random, CHAPTERS);
        this.patience = options.patience();
        this.everyFault = options.everyFault();
        this.chapter = plan.size() / CHAPTERS;
    }

    /** Goes through the plan until this time; the first chapter is finished in any case when that is asked. */
    void run(long end) {
        int done = 0;
        for (Fault fault : plan) {
            boolean needed = everyFault && done++ < chapter;
            double gap = SHORTEST + random.nextDouble() * (LONGEST - SHORTEST);
            Node node = ground.nodes().get(random.nextInt(ground.nodes().size()));
            long next = System.nanoTime() + (long) (gap * 1e9);
            if (!needed && next + fault.lasts().toNanos() > end) {
                break;
            }
            apply(fault, node);
            Pause.millis(Math.max(BREATH_MILLIS, (next - System.nanoTime()) / 1_000_000));
        }
    }

    private void apply(Fault fault, Node node) {
        System.err.printf("chaos: %s %s%n", java.time.LocalTime.now().withNano(0), fault.word());
        trouble.begins(fault);
        act(fault, node);
        trouble.ends();
        Duration limit = fault.onlyDatabase() ? DATABASE_LIMIT : NODES_LIMIT;
        Duration patient = Duration.ofMillis((long) (limit.toMillis() * patience));
        Duration recovery = ground.awaitReady(patient.multipliedBy(2));
        recoveries.computeIfAbsent(fault, first -> new ArrayList<>()).add(recovery);
        if (recovery.compareTo(patient) > 0) {
            trouble.found(
                    Finding.Promise.NODES_COME_BACK,
                    "after " + fault.word() + " it took " + recovery.toSeconds() + " s, at most "
                            + patient.toSeconds());
        }
    }

    private void act(Fault fault, Node node) {
        switch (fault) {
            case KILL_NODE -> {
                node.kill();
                node.start();
            }
            case KILL_ALL_NODES -> {
                ground.nodes().forEach(Node::kill);
                ground.nodes().forEach(Node::start);
            }
            case KILL_DATABASE -> {
                ground.database().kill();
                awaitDatabase();
            }
            case KILL_EVERYTHING -> {
                CompletableFuture<Void> nodes =
                        CompletableFuture.runAsync(() -> ground.nodes().forEach(Node::kill));
                ground.database().kill();
                nodes.join();
                ground.nodes().forEach(Node::start);
            }
            case PAUSE_NODE -> {
                node.pause();
                Pause.of(fault.lasts());
                node.resume();
            }
            case DATABASE_LATE -> wire(Wire.State.LATE, fault.lasts());
            case DATABASE_CUT -> wire(Wire.State.CUT, fault.lasts());
            case DATABASE_SILENT -> wire(Wire.State.SILENT, fault.lasts());
            case RESTART_NODE -> {
                node.stop();
                node.start();
            }
        }
    }

    private void wire(Wire.State state, Duration time) {
        ground.wire().is(state);
        Pause.of(time);
        ground.wire().is(Wire.State.WHOLE);
    }

    private void awaitDatabase() {
        long limit = System.nanoTime() + NODES_LIMIT.toNanos();
        while (!ground.database().answers() && System.nanoTime() < limit) {
            Pause.millis(100);
        }
    }

    Map<Fault, List<Duration>> recoveries() {
        return recoveries;
    }
}
