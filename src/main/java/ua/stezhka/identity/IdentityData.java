package ua.stezhka.identity;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.List;
import ua.stezhka.account.PersonTable;
import ua.stezhka.account.PersonalData;

/** Other services that vouch for a person. */
@Singleton
@Priority(17)
class IdentityData implements PersonalData {

    @Override
    public List<PersonTable> tables() {
        return List.of(arrivals(), identities());
    }

    private static PersonTable arrivals() {
        return PersonTable.of("identity.vouched_arrival", "account.archiveArrivals", """
                select a.issuer, a.subject, a.name, a.arrived_at
                from identity.vouched_arrival a join identity.vouched_identity v on v.issuer = a.issuer and v.subject = a.subject
                where v.person_id in (<people>) order by a.arrived_at""", """
                delete from identity.vouched_arrival a using identity.vouched_identity v
                where v.issuer = a.issuer and v.subject = a.subject and v.person_id in (<people>)""");
    }

    private static PersonTable identities() {
        return PersonTable.of(
                "identity.vouched_identity",
                "account.archiveIdentities",
                """
                select issuer, subject, joined_at from identity.vouched_identity
                where person_id in (<people>) order by joined_at""",
                "delete from identity.vouched_identity where person_id in (<people>)");
    }
}
