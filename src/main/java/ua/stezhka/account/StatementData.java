package ua.stezhka.account;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.List;
import ua.stezhka.xapi.ActorStatements;

/** Learning records of a person: the store knows pseudonyms only, so the account answers for them. */
@Singleton
@Priority(20)
class StatementData implements PersonalData {
    @Override
    public List<PersonTable> tables() {
        return List.of(PersonTable.of(
                "xapi.statement", "account.archiveStatements", ActorStatements.EXPORT, ActorStatements.UNLINK));
    }
}
