package ua.stezhka.people;

import java.util.UUID;

/**
 * A registered person in the administrator's list.
 *
 * @param initials     for the round mark
 * @param roles        the roles of the person in words, each once; empty for a learner
 * @param registeredOn day of registration, in words of the page
 * @param seenAt       when the last session began, empty when there was none
 */
public record PersonRow(
        UUID id,
        String name,
        String initials,
        String roles,
        boolean administrator,
        boolean blocked,
        String registeredOn,
        String seenAt) {}
