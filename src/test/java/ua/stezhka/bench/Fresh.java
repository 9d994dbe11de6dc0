package ua.stezhka.bench;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** What is new in each turn of a replay: ids, the time, counters. Counters go on where the last replay of the script ended. */
final class Fresh {
    private static final int VERSION = 14;
    private static final Map<Script, Fresh> KEPT = new HashMap<>();

    private final Map<String, Integer> places = new HashMap<>();
    private final List<String> old;
    private final String[] ids;
    private OffsetDateTime now = OffsetDateTime.MIN;
    private int turn;

    private Fresh(Script script) {
        old = new ArrayList<>(script.fresh());
        ids = new String[old.size()];
        for (int i = 0; i < ids.length; i++) {
            places.put(old.get(i), i);
        }
    }

    static synchronized Fresh of(Script script) {
        return KEPT.computeIfAbsent(script, Fresh::new);
    }

    void next() {
        turn++;
        now = Instant.now().atOffset(ZoneOffset.UTC);
        for (int i = 0; i < ids.length; i++) {
            ids[i] = like(old.get(i)).toString();
        }
    }

    /** An id of the same kind: those that begin with the time do so too, so that they are as near to each other in an index. */
    private static UUID like(String id) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = id.charAt(VERSION) == '7'
                ? System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(0x1000)
                : random.nextLong();
        return new UUID(high, random.nextLong());
    }

    boolean knows(String id) {
        return places.containsKey(id);
    }

    String of(String id) {
        return ids[places.get(id)];
    }

    OffsetDateTime now() {
        return now;
    }

    int turn() {
        return turn;
    }
}
