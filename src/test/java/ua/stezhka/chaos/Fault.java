package ua.stezhka.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** What is done to the product, and for how long. */
enum Fault {
    KILL_NODE(Duration.ZERO),
    KILL_ALL_NODES(Duration.ZERO),
    KILL_DATABASE(Duration.ZERO),
    /** As in a power cut. */
    KILL_EVERYTHING(Duration.ZERO),
    PAUSE_NODE(Duration.ofSeconds(20)),
    /** Each packet between the nodes and the database is late. */
    DATABASE_LATE(Duration.ofSeconds(8)),
    /** Connections to the database break, and new ones are refused. */
    DATABASE_CUT(Duration.ofSeconds(10)),
    /** Nothing that is sent to the database arrives, and nobody is told. */
    DATABASE_SILENT(Duration.ofSeconds(12)),
    /** One node is stopped in order and started again, as for a new release. */
    RESTART_NODE(Duration.ZERO);

    private static final int KILLS_BETWEEN = 2;

    private final Duration lasts;

    Fault(Duration lasts) {
        this.lasts = lasts;
    }

    Duration lasts() {
        return lasts;
    }

    /** Whether the nodes live on and only have to find the database again. */
    boolean onlyDatabase() {
        return this == KILL_DATABASE || this == DATABASE_LATE || this == DATABASE_CUT || this == DATABASE_SILENT;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** An endless plan in chapters: each chapter has every wanted fault once, and more kills of one node, in a new order. */
    static List<Fault> plan(List<Fault> wanted, Random random, int chapters) {
        List<Fault> plan = new ArrayList<>();
        for (int chapter = 0; chapter < chapters; chapter++) {
            List<Fault> next = new ArrayList<>(wanted);
            if (wanted.contains(KILL_NODE)) {
                next.addAll(Collections.nCopies(KILLS_BETWEEN, KILL_NODE));
            }
            Collections.shuffle(next, random);
            plan.addAll(next);
        }
        return plan;
    }
}
