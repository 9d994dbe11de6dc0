package ua.stezhka.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.NewCookie;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Problem;

/** Who sends this request: nobody yet known, a guest, or a registered person. */
@RequestScoped
public class Visitor {
    private final GuestStarts guests;
    private GuestStart start = GuestStart.Unkeyed.AT_ONCE;
    private @Nullable SessionPerson person;
    private @Nullable NewSession newSession;
    private boolean leaving;
    private @Nullable NewCookie keptForm;
    private @Nullable String network;
    private @Nullable String userAgent;

    Visitor(GuestStarts guests) {
        this.guests = guests;
    }

    void startsBy(GuestStart start) {
        this.start = start;
    }

    void is(SessionPerson known) {
        this.person = known;
        this.leaving = false;
    }

    /** From now on this request, and the browser that sent it, is this person. */
    public void becomes(NewSession session) {
        this.person = session.person();
        this.newSession = session;
        this.leaving = false;
    }

    public void leaves() {
        this.person = null;
        this.newSession = null;
        this.leaving = true;
    }

    /** The form that this request sent is kept in the browser until the person is back. */
    void keeps(NewCookie form) {
        this.keptForm = form;
    }

    Optional<NewCookie> keptForm() {
        return Optional.ofNullable(keptForm);
    }

    Optional<NewSession> newSession() {
        return Optional.ofNullable(newSession);
    }

    boolean leaving() {
        return leaving;
    }

    public Optional<SessionPerson> sessionPerson() {
        return Optional.ofNullable(person);
    }

    /** The person or guest, when the browser is known. */
    public Optional<UUID> personId() {
        return Optional.ofNullable(person).map(SessionPerson::personId);
    }

    /**
     * The person or guest; a browser not known yet becomes a new guest and is told so by a cookie. Only for requests that write, and
     * before they write anything: a browser without a key is sent back for one here.
     */
    public UUID personIdOrNewGuest() {
        if (person == null) {
            becomes(guests.begin(start, device()));
        }
        return requirePersonId();
    }

    /** The person or guest. @throws Problem.Unauthenticated when the browser is not known */
    public UUID requirePersonId() {
        return known().personId();
    }

    /** Whether the person came in by a way that lets programs in, too. */
    boolean mayMakeTokens() {
        return known().way().opensRoles();
    }

    /** The session that asks. @throws Problem.Unauthenticated when the browser is not known */
    UUID requireSession() {
        return known().sessionId();
    }

    /**
     * The registered person.
     *
     * @throws Problem.Unauthenticated for guests and unknown browsers
     * @throws Problem.Forbidden       when the session opens learning only: begun by a card, or by somebody who helps
     */
    public UUID requireRegistered() {
        refuseLearningOnly(known());
        if (!known().registered()) {
            throw Problem.unauthenticated();
        }
        return known().personId();
    }

    private static void refuseLearningOnly(SessionPerson person) {
        if (person.learningOnly()) {
            throw Problem.forbidden(
                    person.way() == Way.CARD ? "account.card_opens_learning" : "account.helped_not_here");
        }
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

    /** Whether a role of the person allows it: everywhere, or in one of these places, such as a class and its school. */
    public boolean may(Permission permission, Scope... places) {
        return person != null && person.may(permission, places);
    }

    /**
     * Lets only those go on whose roles allow it.
     *
     * @param places the cohort, class, school … in which it is to be done; none when it is not bound to a place
     * @throws Problem.Unauthenticated for an unknown browser or a guest
     * @throws Problem.Forbidden       for a person without such a role
     */
    public void require(Permission permission, Scope... places) {
        requireRegistered();
        if (!may(permission, places)) {
            throw Problem.forbidden();
        }
    }

    /** The roles of the person that allow it somewhere, each in its scope. */
    public List<RoleGrant> grantsFor(Permission permission) {
        return person == null ? List.of() : person.grantsFor(permission);
    }

    /** The network the request comes from, such as {@code 192.0.2.0/24}; null when nobody knows. */
    @Nullable
    String network() {
        return network;
    }

    /** The browser and kind of device of this request. */
    Device device() {
        return Device.of(userAgent);
    }

    void comesFrom(@Nullable String network, @Nullable String userAgent) {
        this.network = network;
        this.userAgent = userAgent;
    }

    private SessionPerson known() {
        if (person == null) {
            throw Problem.unauthenticated();
        }
        return person;
    }
}
