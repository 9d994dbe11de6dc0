package ua.stezhka.chaos;

import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Decides by the seed what happens to a request on its way; the same request of the same run always meets the same. */
final class Mischief {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final double LATE_SECONDS = 5;

    private final long seed;
    private final Map<Deed, AtomicInteger> done = new EnumMap<>(Deed.class);
    private volatile boolean over;

    Mischief(long seed) {
        this.seed = seed;
        for (Deed deed : Deed.values()) {
            done.put(deed, new AtomicInteger());
        }
    }

    enum Deed {
        PASS(0),
        DROP_REQUEST(0.01),
        CUT_ANSWER(0.01),
        DELAY(0.02),
        /** To both nodes at the same moment. */
        DUPLICATE(0.02),
        /** Once more, some time after the answer. */
        REPEAT_LATE(0.01);

        private final double share;

        Deed(double share) {
            this.share = share;
        }
    }

    /** What is done to one request. @param seconds how long a delay is */
    record Done(Deed deed, double seconds) {}

    void end() {
        over = true;
    }

    Done to(@Nullable String request) {
        if (over || request == null) {
            return new Done(Deed.PASS, 0);
        }
        SplittableRandom random = new SplittableRandom(seed ^ SPREAD * request.hashCode());
        double chance = random.nextDouble();
        Deed chosen = Deed.PASS;
        for (Deed deed : Deed.values()) {
            if (chance >= 0 && chance < deed.share) {
                chosen = deed;
            }
            chance -= deed.share;
        }
        done.get(chosen).incrementAndGet();
        return new Done(chosen, LATE_SECONDS * random.nextDouble());
    }

    String summary() {
        StringBuilder summary = new StringBuilder();
        done.forEach((deed, count) -> summary.append(summary.isEmpty() ? "" : ", ")
                .append(count)
                .append(' ')
                .append(deed.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')));
        return summary.toString();
    }
}
