package ua.stezhka.people;

import java.util.List;
import java.util.UUID;
import ua.stezhka.account.Option;
import ua.stezhka.platform.Faults;

/**
 * The page on which an administrator invites somebody.
 *
 * @param id    of the invitation that this form makes
 * @param roles the roles to choose from
 * @param role  the chosen ones
 * @param kind  where they hold
 */
public record InvitationForm(
        UUID id,
        String name,
        String loginName,
        String email,
        List<String> role,
        String kind,
        String scopeId,
        List<Option> roles,
        List<Option> kinds,
        Faults faults) {}
