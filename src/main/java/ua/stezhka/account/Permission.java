package ua.stezhka.account;

import static ua.stezhka.account.Role.ADMINISTRATOR;
import static ua.stezhka.account.Role.ANALYST;
import static ua.stezhka.account.Role.AUTHOR;
import static ua.stezhka.account.Role.DESK_OPERATOR;
import static ua.stezhka.account.Role.MENTOR;
import static ua.stezhka.account.Role.REVIEWER;
import static ua.stezhka.account.Role.TEACHER;
import static ua.stezhka.account.Role.TUTOR;

import java.util.Set;

/**
 * The rules of the house: who may do what that reaches beyond the own account. What is not written here nobody may. A role
 * granted within a scope may do it within that scope only.
 */
public enum Permission {
    /** Look for people and see their accounts. */
    SEE_PEOPLE(ADMINISTRATOR),
    /** Give and take roles. */
    GRANT_ROLES(ADMINISTRATOR),
    /** Block people and let them in again, end their sessions, take a lost second step or a card away. */
    BLOCK_PEOPLE(ADMINISTRATOR),
    /** Invite people, make accounts from a list, join two accounts of one person. */
    MANAGE_PEOPLE(ADMINISTRATOR),
    /** Help a person without an account: open a short record, print an access card. */
    ASSIST_PEOPLE(DESK_OPERATOR, MENTOR, TUTOR, ADMINISTRATOR),
    /** Mark the browser of a library or service centre as one for everybody. */
    MARK_SHARED_COMPUTERS(DESK_OPERATOR, ADMINISTRATOR),
    /** Answer what people ask about their data: consents, exports, erasure. */
    ANSWER_DATA_REQUESTS(ADMINISTRATOR),
    /** Read the audit trail and check that nobody has changed it. */
    READ_AUDIT(ADMINISTRATOR),
    /** See who takes which course, and how far they are. */
    SEE_ENROLMENTS(ADMINISTRATOR),
    /** See certificates of others. */
    SEE_CERTIFICATES(ADMINISTRATOR),
    /** Take a certificate back. */
    REVOKE_CERTIFICATES(ADMINISTRATOR),
    /** See how well questions measure, with their keys; nobody’s name. */
    SEE_STATISTICS(AUTHOR, REVIEWER, ANALYST, ADMINISTRATOR),
    /** Count all statistics anew. */
    RECOUNT_STATISTICS(ADMINISTRATOR),
    /** See attempts of others at final quizzes, with their logs. */
    SEE_ATTEMPTS(MENTOR, TUTOR, ADMINISTRATOR),
    /** Give a person more time in quizzes, or minutes to an attempt under way. */
    GIVE_TIME(MENTOR, TUTOR, ADMINISTRATOR),
    /** Have all scores computed anew from their logs. */
    CHECK_SCORES(ADMINISTRATOR),
    /** Look for questions in the question bank, read their keys and what people report about them. */
    READ_BANK(AUTHOR, REVIEWER, ADMINISTRATOR),
    /** Correct keys, answer reports, plan quizzes and try them out. */
    WRITE_QUESTIONS(AUTHOR, ADMINISTRATOR),
    /** Review, publish and retire questions. */
    REVIEW_QUESTIONS(REVIEWER, ADMINISTRATOR),
    /** Grade submitted attempts anew by a corrected key. */
    REPAIR_ATTEMPTS(AUTHOR, ADMINISTRATOR),
    /** Read answers that people mark, and give them points. */
    MARK_ANSWERS(MENTOR, TUTOR, TEACHER);

    private final Set<Role> roles;

    Permission(Role... roles) {
        this.roles = Set.of(roles);
    }

    boolean givenTo(Role role) {
        return roles.contains(role);
    }
}
