package ua.stezhka.identity;

import java.util.List;
import java.util.UUID;

/**
 * What a person sees of the services that vouch for them.
 *
 * @param more   the services that could be added
 * @param parted whether one has just been taken away
 */
record ServicesView(List<Row> rows, List<IdentityProviders.Button> more, boolean parted) {
    /**
     * One service.
     *
     * @param name what stands on its button, or its host when it is configured no more
     * @param only whether nothing else opens the account
     */
    record Row(UUID id, String name, String since, boolean only) {}
}
