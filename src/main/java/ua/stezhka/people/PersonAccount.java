package ua.stezhka.people;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One account as an administrator sees it.
 *
 * @param registeredOn day of registration, in words of the page
 * @param seenAt       when the last session began, empty when there was none
 * @param loginName    the name to sign in with; empty when there is no password
 * @param email        empty when there is none
 * @param blockReason  why the person is blocked, in words; empty when the person is not
 * @param sessions     on how many devices the person is signed in
 * @param mergedInto   the account this one was merged into
 * @param doors        by which ways the person comes in
 * @param self         whether it is the account of who looks
 */
public record PersonAccount(
        UUID id,
        String name,
        String initials,
        String registeredOn,
        String seenAt,
        String loginName,
        String email,
        boolean blocked,
        String blockReason,
        int sessions,
        @Nullable UUID mergedInto,
        boolean self,
        PersonDoors doors,
        List<Grant> grants) {
    /**
     * A role of the person, now or once.
     *
     * @param endedOn empty while the role holds
     */
    public record Grant(UUID id, String role, String scope, String grantedOn, String endedOn) {
        public boolean living() {
            return endedOn.isEmpty();
        }
    }

    public boolean hasRoles() {
        return !grants.isEmpty();
    }

    /** The address of the person’s page. */
    public String address() {
        return "/administration/people/" + id;
    }
}
