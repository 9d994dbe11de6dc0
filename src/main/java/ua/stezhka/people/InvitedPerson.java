package ua.stezhka.people;

import java.util.UUID;

/**
 * An invitation that waits.
 *
 * @param roles     in words; empty for a learner
 * @param invitedOn day, in words of the page
 * @param expired   whether its link works no more
 */
public record InvitedPerson(
        UUID id,
        String name,
        String loginName,
        String email,
        String roles,
        String invitedOn,
        String until,
        boolean expired) {}
