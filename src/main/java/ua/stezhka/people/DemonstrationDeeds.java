package ua.stezhka.people;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import ua.stezhka.account.RoleGrant;
import ua.stezhka.platform.Demonstration;
import ua.stezhka.platform.Ids;

/** What the invented people of a demonstration did besides learning, by the same use cases as real people. */
@Singleton
public class DemonstrationDeeds {
    private final Demonstration demonstration;
    private final Blocks blocks;
    private final Invitations invitations;

    DemonstrationDeeds(Demonstration demonstration, Blocks blocks, Invitations invitations) {
        this.demonstration = demonstration;
        this.blocks = blocks;
        this.invitations = invitations;
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

    private void require() {
        if (!demonstration.on()) {
            throw new IllegalStateException("only a demonstration has invented people");
        }
    }
}
