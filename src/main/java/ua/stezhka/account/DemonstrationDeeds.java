package ua.stezhka.account;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import ua.stezhka.platform.Demonstration;
import ua.stezhka.platform.Ids;

/** What the invented people of a demonstration did besides learning, by the same use cases as real people. */
@Singleton
public class DemonstrationDeeds {
    private final Demonstration demonstration;
    private final Blocks blocks;
    private final Invitations invitations;
    private final Consents consents;
    private final DataRequests requests;

    DemonstrationDeeds(
            Demonstration demonstration,
            Blocks blocks,
            Invitations invitations,
            Consents consents,
            DataRequests requests) {
        this.demonstration = demonstration;
        this.blocks = blocks;
        this.invitations = invitations;
        this.consents = consents;
        this.requests = requests;
    }

    /** Blocks a person, who asked for it. */
    public void block(UUID personId, UUID by) {
        require();
        blocks.block(personId, "request", by);
    }

    /** Invites somebody without an address, so that no letter leaves a demonstration. */
    public void invite(String name, RoleGrant grant, UUID by) {
        require();
        invitations.invite(new NewInvitation(Ids.next(), name, "", "", List.of(grant)), "", by);
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
