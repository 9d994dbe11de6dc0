package ua.stezhka.privacy;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.UUID;
import ua.stezhka.account.RoleGrants;
import ua.stezhka.account.Sessions;

/** Takes requests to be erased, and takes them back while there is time. */
@Singleton
class ErasureRequests {
    private final DataRequests requests;
    private final RoleGrants grants;
    private final Sessions sessions;
    private final PrivacyConfig config;

    ErasureRequests(DataRequests requests, RoleGrants grants, Sessions sessions, PrivacyConfig config) {
        this.requests = requests;
        this.grants = grants;
        this.sessions = sessions;
        this.config = config;
    }

    long waitDays() {
        return config.erasureWait().toDays();
    }

    /**
     * Asks for an erasure. Whoever is signed in elsewhere is signed out; the account itself stays open until the day, so that the
     * person can come and take it back.
     *
     * @param staying the session that goes on; one that does not exist ends all
     * @throws ua.stezhka.platform.Problem.Conflict when nobody would be left to administer
     */
    @Transactional
    void ask(DataRequests.Asked asked, boolean keep, UUID staying) {
        grants.requireAnotherAdministrator(asked.personId());
        sessions.endOthers(asked.personId(), staying);
        requests.askErasure(asked, keep);
    }

    void cancel(UUID personId) {
        requests.cancelErasure(personId);
    }
}
