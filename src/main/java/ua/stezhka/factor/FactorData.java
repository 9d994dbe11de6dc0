package ua.stezhka.factor;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.List;
import ua.stezhka.account.PersonTable;
import ua.stezhka.account.PersonalData;

/** What a person has besides a password. Secrets are in no copy. */
@Singleton
@Priority(16)
class FactorData implements PersonalData {

    @Override
    public List<PersonTable> tables() {
        return List.of(codeApp(), passkeys(), recoveryCodes());
    }

    private static PersonTable codeApp() {
        return PersonTable.of(
                "factor.code_app",
                "account.archiveCodeApp",
                "select added_at from factor.code_app where person_id in (<people>)",
                "delete from factor.code_app where person_id in (<people>)");
    }

    private static PersonTable passkeys() {
        return PersonTable.of(
                "factor.passkey",
                "account.archivePasskeys",
                """
                select id, name, backup_eligible, added_at, last_used_at from factor.passkey
                where person_id in (<people>) order by added_at""",
                "delete from factor.passkey where person_id in (<people>)");
    }

    private static PersonTable recoveryCodes() {
        return PersonTable.of(
                "factor.recovery_code",
                "account.archiveRecoveryCodes",
                "select id, made_at, used_at from factor.recovery_code where person_id in (<people>) order by made_at, id",
                "delete from factor.recovery_code where person_id in (<people>)");
    }
}
