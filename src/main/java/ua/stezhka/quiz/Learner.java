package ua.stezhka.quiz;

import java.util.UUID;
import ua.stezhka.account.Visitor;

/**
 * Who answers.
 *
 * @param personId the person or guest
 * @param actorId  the pseudonym in learning statements
 */
public record Learner(UUID personId, UUID actorId) {
    /** The person of this request. @throws ua.stezhka.platform.Problem.Unauthenticated when nobody is known */
    public static Learner of(Visitor visitor) {
        return new Learner(visitor.requirePersonId(), visitor.actorId());
    }

    /** The person of this request, who becomes a new guest when nobody is known. Only for requests that write. */
    public static Learner orNewGuest(Visitor visitor) {
        return new Learner(visitor.personIdOrNewGuest(), visitor.actorId());
    }
}
