package ua.stezhka.people;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.List;
import ua.stezhka.account.PersonTable;
import ua.stezhka.account.PersonalData;

/** Invitations, lists and blocks: what administrators noted of people. What lies under an address is read out only to whoever has proved that the address is theirs. */
@Singleton
@Priority(18)
class PeopleData implements PersonalData {
    private static final String PROVEN = """
            (select email_key from account.password where person_id in (<people>) and email_confirmed_at is not null)""";
    private static final String TYPED = """
            (select email_key from account.password where person_id in (<people>) and email_key is not null)""";

    /** Addresses as {@link LoginName#key} writes them. */
    private static final String INVITED = "translate(lower(i.email), '''ʼ`´‐‑–—', '’’’’----')";

    @Override
    public List<PersonTable> tables() {
        return List.of(invitations(), invitationLinks(), imports(), blocks());
    }

    private static PersonTable blocks() {
        return PersonTable.of(
                "people.person_block",
                "account.archiveBlocks",
                """
                select id, reason, blocked_at, ended_at from people.person_block
                where person_id in (<people>) order by blocked_at""",
                "update people.person_block set blocked_by = null where blocked_by in (<people>)",
                "update people.person_block set ended_by = null where ended_by in (<people>)",
                "delete from people.person_block where person_id in (<people>)");
    }

    /** Invitations that the person made work no more, as when the person is blocked. */
    private static PersonTable invitations() {
        return PersonTable.of(
                "people.invitation",
                "account.archiveInvitations",
                """
                select i.id, i.invited_by in (<people>) as made_by_me, case when i.mine then i.name end as name,
                       case when i.mine then i.login_name end as login_name, case when i.mine then i.email end as email,
                       i.invited_at, i.expires_at
                from (select i.*,\s""" + INVITED + " in " + PROVEN + """
                 as mine from people.invitation i) i
                where i.mine or i.invited_by in (<people>) order by i.invited_at""",
                "delete from people.invitation i where i.invited_by in (<people>) or " + INVITED + " in " + TYPED);
    }

    /** They go with their invitations. */
    private static PersonTable invitationLinks() {
        return PersonTable.of(
                "people.invitation_link",
                "account.archiveInvitationLinks",
                """
                select i.id as invitation_id, i.invited_at, i.expires_at
                from people.invitation_link l join people.invitation i on i.id = l.invitation_id
                where i.invited_by in (<people>) or\s""" + INVITED + " in " + PROVEN + " order by i.invited_at");
    }

    /** The list itself is about others. */
    private static PersonTable imports() {
        return PersonTable.of(
                "people.people_import",
                "account.archiveImports",
                "select id, made_at from people.people_import where made_by in (<people>)",
                "delete from people.people_import where made_by in (<people>)");
    }
}
