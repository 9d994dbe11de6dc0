package ua.stezhka.account;

import java.util.Set;
import java.util.UUID;

/** The person of a living session. */
record SessionPerson(UUID sessionId, UUID personId, UUID actorId, String name, boolean registered, Set<Role> roles) {}
