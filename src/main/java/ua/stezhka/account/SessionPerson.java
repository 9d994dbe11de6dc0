package ua.stezhka.account;

import java.util.List;
import java.util.UUID;

/**
 * The person of a living session.
 *
 * @param way          how this session began
 * @param secondFactor whether the person has proved themselves by a second factor in this session
 * @param missing      what must still be done before anything but the way in answers
 */
record SessionPerson(
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
    enum Missing {
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
    boolean half() {
        return missing != Missing.NOTHING;
    }

    /** Whether one of the roles allows it everywhere, or in one of these places. */
    boolean may(Permission permission, Scope... places) {
        if (!way.opensRoles() || half()) {
            return false;
        }
        for (RoleGrant grant : grants) {
            if (grant.allows(permission, places)) {
                return true;
            }
        }
        return false;
    }
}
