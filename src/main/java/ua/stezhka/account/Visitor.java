package ua.stezhka.account;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Problem;

/** Who sends this request: nobody yet known, a guest, or a registered person. */
@RequestScoped
public class Visitor {
    private final Sessions sessions;
    private @Nullable SessionPerson person;
    private @Nullable NewSession newSession;
    private boolean leaving;

    Visitor(Sessions sessions) {
        this.sessions = sessions;
    }

    void is(SessionPerson known) {
        this.person = known;
        this.leaving = false;
    }

    /** From now on this request, and the browser that sent it, is this person. */
    void becomes(NewSession session) {
        this.person = session.person();
        this.newSession = session;
        this.leaving = false;
    }

    void leaves() {
        this.person = null;
        this.newSession = null;
        this.leaving = true;
    }

    Optional<NewSession> newSession() {
        return Optional.ofNullable(newSession);
    }

    boolean leaving() {
        return leaving;
    }

    Optional<SessionPerson> sessionPerson() {
        return Optional.ofNullable(person);
    }

    /** The person or guest, when the browser is known. */
    public Optional<UUID> personId() {
        return Optional.ofNullable(person).map(SessionPerson::personId);
    }

    /** The person or guest; a browser not known yet becomes a new guest and is told so by a cookie. Only for requests that write. */
    public UUID personIdOrNewGuest() {
        if (person == null) {
            becomes(sessions.startForNewGuest());
        }
        return requirePersonId();
    }

    /** The person or guest. @throws Problem.Unauthenticated when the browser is not known */
    public UUID requirePersonId() {
        return known().personId();
    }

    /** The registered person. @throws Problem.Unauthenticated for guests and unknown browsers */
    public UUID requireRegistered() {
        if (!known().registered()) {
            throw Problem.unauthenticated();
        }
        return known().personId();
    }

    public boolean registered() {
        return person != null && person.registered();
    }

    /** The name of the registered person, empty for others. */
    public String name() {
        return registered() ? known().name() : "";
    }

    /** The pseudonym under which learning events of the person are recorded. */
    public UUID actorId() {
        return known().actorId();
    }

    public boolean has(Role role) {
        return person != null && person.roles().contains(role);
    }

    /**
     * Lets only this role go on.
     *
     * @throws Problem.Unauthenticated for an unknown browser or a guest
     * @throws Problem.Forbidden       for a person without the role
     */
    public void require(Role role) {
        requireRegistered();
        if (!has(role)) {
            throw Problem.forbidden();
        }
    }

    private SessionPerson known() {
        if (person == null) {
            throw Problem.unauthenticated();
        }
        return person;
    }
}
