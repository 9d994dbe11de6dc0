package ua.stezhka.platform;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Holds the community's card, read from the content at start. */
@ApplicationScoped
public class CurrentCommunity {
    private volatile @Nullable Community community;

    public void set(Community loaded) {
        community = loaded;
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
