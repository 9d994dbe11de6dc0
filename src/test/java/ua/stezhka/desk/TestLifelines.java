package ua.stezhka.desk;

import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What happens on the way between a page and the node. */
public final class TestLifelines {
    private TestLifelines() {}

    private record Tied(UUID id, UUID connection) {}

    /** Something on the way cuts all connections at both ends, as a proxy does that starts anew. */
    public static void cut() {
        HeldLifelines held = bean(HeldLifelines.class);
        Set<UUID> connections = held.connections();
        List<Tied> tied = bean(Jdbi.class).withHandle(handle -> handle.createQuery(
                        "select id, connection_id from desk.lifeline where connection_id = any(:connections)")
                .bindArray("connections", UUID.class, connections)
                .map((row, context) ->
                        new Tied(row.getObject("id", UUID.class), row.getObject("connection_id", UUID.class)))
                .list());
        tied.forEach(each -> bean(Lifelines.class).broke(each.id, each.connection));
        held.endAllBut(Set.of());
    }

    /** The node ends all connections itself. */
    public static void end() {
        bean(HeldLifelines.class).endAllBut(Set.of());
    }

    /** What each node does every few seconds. */
    public static void round() {
        bean(LifelineJob.class).round();
    }

    private static <T> T bean(Class<T> type) {
        return CDI.current().select(type).get();
    }
}
