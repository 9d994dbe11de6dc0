package ua.stezhka.platform;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Holds the community's card, read from the content at start. */
@Singleton
public class CurrentCommunity {
    private final Event<ContentChanged> changes;
    private volatile @Nullable Community community;

    CurrentCommunity(Event<ContentChanged> changes) {
        this.changes = changes;
    }

    public void set(Community loaded) {
        community = loaded;
        changes.fire(new ContentChanged());
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
