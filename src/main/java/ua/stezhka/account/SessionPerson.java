package ua.stezhka.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The person of a living session.
 *
 * @param way          how this session began
 * @param secondFactor whether the person has proved themselves by a second factor in this session
 * @param missing      what must still be done before anything but the way in answers
 */
public record SessionPerson(
        UUID sessionId,
        UUID personId,
        UUID actorId,
        String name,
        boolean registered,
        Way way,
        boolean secondFactor,
        Missing missing,
        List<RoleGrant> grants) {
    /** What a person who has given a password must still do. */
    public enum Missing {
        NOTHING,
        /** Give the second factor. */
        CODE,
        /** Set a second factor up: the person's roles ask for one, and there is none yet. */
        SETUP;

        /**
         * The only rule about it: whoever has a second factor gives it, whoever looks after others gets one. Cards and help at a desk open no
         * roles and are not asked. Source: ASVS 5.0, 6.3.3.
         */
        static Missing of(Way way, boolean given, boolean owned, boolean demanded) {
            if (!way.opensRoles()) {
                return NOTHING;
            }
            if (owned) {
                return given ? NOTHING : CODE;
            }
            return demanded ? SETUP : NOTHING;
        }
    }

    /** Whether the person is only half in: no data answers yet. */
    public boolean half() {
        return missing != Missing.NOTHING;
    }

    /** Whether the session opens a role that reaches data of other people. */
    boolean staff() {
        return way.opensRoles()
                && grants.stream().anyMatch(grant -> grant.role().staff());
    }

    /** The role by which it is allowed somewhere. */
    Optional<Role> roleFor(Permission permission) {
        return grants.stream().map(RoleGrant::role).filter(permission::givenTo).findFirst();
    }

    /** Whether one of the roles allows it everywhere, or in one of these places. */
    public boolean may(Permission permission, Scope... places) {
        for (RoleGrant grant : grantsFor(permission)) {
            if (grant.allows(permission, places)) {
                return true;
            }
        }
        return false;
    }

    /** The roles that allow it, each in its scope. */
    List<RoleGrant> grantsFor(Permission permission) {
        return way.opensRoles() && !half()
                ? grants.stream()
                        .filter(grant -> permission.givenTo(grant.role()))
                        .toList()
                : List.of();
    }

    /** Whether the person came in by a card, or somebody at a desk works for them: that opens learning only. */
    public boolean learningOnly() {
        return way == Way.CARD || way == Way.HELPED;
    }

    /** Whether there is a name to call the person by. */
    public boolean named() {
        return registered || learningOnly();
    }
}
