package ua.stezhka.desk;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of the browser of this request: whether many people use it, and what is to be done about that. */
@RequestScoped
class SharedBrowser {
    private @Nullable SharedComputer computer;
    private @Nullable String newMark;
    private boolean unmarked;
    private boolean cleared;

    void is(SharedComputer known) {
        this.computer = known;
    }

    Optional<SharedComputer> computer() {
        return Optional.ofNullable(computer);
    }

    /** From now on this browser is a shared one. */
    void becomes(String secret) {
        this.newMark = secret;
    }

    Optional<String> newMark() {
        return Optional.ofNullable(newMark);
    }

    /** From now on this browser is one like any other. */
    void isNoMore() {
        this.computer = null;
        this.unmarked = true;
    }

    boolean unmarked() {
        return unmarked;
    }

    /** All that the browser keeps of the person is to go. */
    void clear() {
        this.cleared = true;
    }

    boolean cleared() {
        return cleared;
    }
}
