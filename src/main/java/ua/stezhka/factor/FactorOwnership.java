package ua.stezhka.factor;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.account.Accounts;

/** Tells accounts whether a person owns any second factor: each session is asked for it, whichever it is. */
@Singleton
class FactorOwnership {
    private final Jdbi jdbi;
    private final Accounts accounts;

    FactorOwnership(Jdbi jdbi, Accounts accounts) {
        this.jdbi = jdbi;
        this.accounts = accounts;
    }

    /** After each change of what the person has, in its transaction. */
    @Transactional
    void tell(UUID personId) {
        accounts.ownsSecondFactor(personId, jdbi.withHandle(handle -> handle.createQuery("""
                                select exists (select from factor.code_app where person_id = :id)
                                    or exists (select from factor.passkey where person_id = :id)""")
                .bind("id", personId)
                .mapTo(Boolean.class)
                .one()));
    }
}
