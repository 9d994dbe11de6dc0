package ua.stezhka.chaos;

import java.util.List;

/** Asks each node all the time whether it lives; the database is no reason not to. */
final class Watch {
    private static final long BETWEEN_MILLIS = 300;
    private static final int PROBE_MILLIS = 3000;
    private static final int MISSES = 3;

    private final Trouble trouble;
    private final double patience;
    private volatile boolean over;

    Watch(List<Node> nodes, Trouble trouble, double patience) {
        this.trouble = trouble;
        this.patience = patience;
        nodes.forEach(node -> Thread.ofVirtual().start(() -> watch(node)));
    }

    private void watch(Node node) {
        int missed = 0;
        while (!over) {
            Node.State before = node.state();
            int status = before == Node.State.UP ? node.probe("/q/health/live", PROBE_MILLIS) : 200;
            boolean expected = before == Node.State.UP && node.state() == Node.State.UP && !over;
            missed = expected && status != 200 ? missed + 1 : 0;
            if (expected && (status >= 400 || missed > MISSES * patience)) {
                trouble.found(
                        Finding.Promise.LIVENESS_NEEDS_NO_DATABASE,
                        "node " + node.name() + " was asked whether it lives and said "
                                + (status == 0 ? "nothing" : status) + (node.alive() ? "" : ", it has ended")
                                + " during " + trouble.now());
                missed = 0;
            }
            Pause.millis(BETWEEN_MILLIS);
        }
    }

    void end() {
        over = true;
    }
}
