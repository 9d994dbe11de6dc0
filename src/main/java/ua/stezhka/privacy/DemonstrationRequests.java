package ua.stezhka.privacy;

import jakarta.inject.Singleton;
import java.util.UUID;
import ua.stezhka.platform.Demonstration;

/** What the invented people of a demonstration said and asked about their data, by the same use cases as real people. */
@Singleton
public class DemonstrationRequests {
    private final Demonstration demonstration;
    private final Consents consents;
    private final DataRequests requests;

    DemonstrationRequests(Demonstration demonstration, Consents consents, DataRequests requests) {
        this.demonstration = demonstration;
        this.consents = consents;
        this.requests = requests;
    }

    public void agree(UUID personId, Purpose purpose) {
        require();
        consents.say(personId, purpose, true, null);
    }

    public void askCorrection(UUID personId, String text) {
        require();
        requests.askCorrection(personId, text);
    }

    /** Marks everything that the person asked as done. */
    public void answer(UUID personId) {
        require();
        requests.of(personId).forEach(request -> requests.answer(request.id()));
    }

    private void require() {
        if (!demonstration.on()) {
            throw new IllegalStateException("only a demonstration has invented people");
        }
    }
}
