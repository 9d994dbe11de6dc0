package ua.stezhka.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the product answered when it could not do what it was asked: that it said so soon, politely, and without its insides. */
final class Trouble {
    private static final Pattern INSIDES =
            Pattern.compile("\\bat [a-z]+(\\.[A-Za-z_$]+)+\\(|[a-z]+\\.[A-Z]\\w*Exception|org\\.postgresql|jdbc:");
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Pattern NUMBERS =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27,}|(?<=/)\\d+\\b|[0-9a-f]{16}|\\d+(?= ms)");

    private final double patience;
    private final Map<String, AtomicInteger> statuses = new ConcurrentHashMap<>();
    private final Map<Finding, AtomicInteger> findings = new ConcurrentHashMap<>();
    private final AtomicLong slowestRefusal = new AtomicLong();
    private volatile @Nullable Fault now;

    Trouble(double patience) {
        this.patience = patience;
    }

    void begins(Fault fault) {
        now = fault;
    }

    void ends() {
        now = null;
    }

    void found(Finding.Promise promise, String what) {
        // Ids and numbers left out, the same trouble is told once.
        Finding finding = new Finding(promise, NUMBERS.matcher(what).replaceAll("…"));
        findings.computeIfAbsent(finding, first -> new AtomicInteger()).incrementAndGet();
    }

    /** What a taker sees. */
    void seen(String request, Reply reply) {
        String from = reply.ofBalancer() ? " (no node)" : "";
        count(reply.status() + from);
        if (INSIDES.matcher(reply.body()).find()) {
            found(Finding.Promise.TROUBLE_IS_TOLD_WELL, request + " showed insides: " + start(reply.body()));
        }
        if (reply.status() == 401) {
            found(Finding.Promise.TROUBLE_IS_TOLD_WELL, request + " was answered 401: somebody was signed out");
        }
        if (reply.status() >= 500 && !reply.ofBalancer() && (reply.status() != 503 || reply.retryAfter() == 0)) {
            found(
                    Finding.Promise.TROUBLE_IS_TOLD_WELL,
                    request + " was answered " + reply.status() + " and not 503 with Retry-After: "
                            + start(reply.body()));
        }
    }

    void nothingSeen() {
        count("no answer");
    }

    /** What a node answered; while the database is away it says so within five seconds. */
    void answered(@Nullable Fault atBegin, byte[] message, Duration took) {
        if (atBegin == null || atBegin != now || !atBegin.onlyDatabase() || message[9] != '5') {
            return;
        }
        slowestRefusal.accumulateAndGet(took.toMillis(), Math::max);
        if (took.toMillis() > SOON.toMillis() * patience) {
            found(
                    Finding.Promise.TROUBLE_IS_TOLD_WELL,
                    "during " + atBegin.word() + " a refusal took " + took.toMillis() + " ms");
        }
    }

    @Nullable
    Fault now() {
        return now;
    }

    List<Finding> findings() {
        return findings.entrySet().stream()
                .map(entry -> new Finding(
                        entry.getKey().promise(), entry.getKey().what() + " (" + entry.getValue() + " times)"))
                .toList();
    }

    long slowestRefusalMillis() {
        return slowestRefusal.get();
    }

    String summary() {
        return statuses.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private void count(String what) {
        statuses.computeIfAbsent(what, status -> new AtomicInteger()).incrementAndGet();
    }

    private static String start(String body) {
        return body.substring(0, Math.min(300, body.length())).replace('\n', ' ');
    }
}
