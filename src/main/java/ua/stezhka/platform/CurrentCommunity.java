package ua.stezhka.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import org.jspecify.annotations.Nullable;

/** Holds the community's card, read from the content at start. */
@ApplicationScoped
public class CurrentCommunity {
    private final Event<Changed> changes;
    private volatile @Nullable Community community;

    CurrentCommunity(Event<Changed> changes) {
        this.changes = changes;
    }

    /** Pages show another card than before. */
    record Changed() {}

    public void set(Community loaded) {
        community = loaded;
        changes.fire(new Changed());
    }

    /** The community's card. @throws IllegalStateException before the content is loaded */
    public Community get() {
        Community known = community;
        if (known == null) {
            throw new IllegalStateException("the content is not loaded yet");
        }
        return known;
    }
}
