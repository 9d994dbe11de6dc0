package ua.stezhka.people;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.account.AuditNote;
import ua.stezhka.account.AuditTrail;
import ua.stezhka.account.LoginName;
import ua.stezhka.account.PersonMerged;
import ua.stezhka.account.Role;
import ua.stezhka.account.RoleGrant;
import ua.stezhka.account.Scope;
import ua.stezhka.platform.CurrentCommunity;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.Problem;
import ua.stezhka.platform.Texts;

/** Invites everybody of a list: first all of it is looked at and nothing written, then all are invited or none. */
@Singleton
public class PeopleImports {
    public static final Duration DRAFT_LASTS = Duration.ofHours(1);

    private final Jdbi jdbi;
    private final Clock clock;
    private final Invitations invitations;
    private final AuditTrail audit;
    private final CurrentCommunity community;

    PeopleImports(Jdbi jdbi, Clock clock, Invitations invitations, AuditTrail audit, CurrentCommunity community) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.invitations = invitations;
        this.audit = audit;
        this.community = community;
    }

    /** What a file says, with everything that stands against it. Two statements. */
    PeopleImport read(String text, Locale locale) throws PeopleFile.Unreadable {
        List<PeopleFile.Line> lines = PeopleFile.lines(text);
        List<Faults> faults = new ArrayList<>();
        List<NewInvitation> people = new ArrayList<>();
        for (PeopleFile.Line line : lines) {
            Faults own = new Faults(locale);
            faults.add(own);
            people.add(person(line, own, locale));
        }
        Set<String> taken = invitations.taken(people);
        Set<String> knownNames = knownNames(people);
        Set<String> seen = new HashSet<>();
        List<ImportRow> rows = new ArrayList<>();
        for (int place = 0; place < lines.size(); place++) {
            NewInvitation person = people.get(place);
            Faults own = faults.get(place);
            compare(person, own, taken, seen);
            boolean known = !seen.add("name " + LoginName.key(person.name()))
                    || knownNames.contains(LoginName.key(person.name()));
            String note = known ? Texts.get(locale, "people.importNameKnown") : "";
            rows.add(row(lines.get(place), person, own, note, locale));
        }
        return new PeopleImport(people, rows);
    }

    private static NewInvitation person(PeopleFile.Line line, Faults faults, Locale locale) {
        List<RoleGrant> grants = new ArrayList<>();
        String[] scope = line.cell("scope").split(":", 2);
        String kind = scope[0].isBlank()
                ? Scope.Kind.EVERYWHERE.key()
                : scope[0].strip().toLowerCase(Locale.ROOT);
        for (String role : line.cell("role").split("[,/+|]")) {
            if (!role.isBlank()) {
                new TypedGrant(roleKey(role.strip(), locale), kind, scope.length == 2 ? scope[1] : "")
                        .read(faults)
                        .ifPresent(grants::add);
            }
        }
        NewInvitation person =
                new NewInvitation(Ids.next(), line.cell("name"), line.cell("login"), line.cell("email"), grants);
        person.check(faults);
        return person;
    }

    /** A role by its key, or by its name in the language of the page. */
    private static String roleKey(String typed, Locale locale) {
        return Stream.of(Role.values())
                .filter(role -> role.key().equalsIgnoreCase(typed)
                        || RoleWords.role(role, locale).equalsIgnoreCase(typed))
                .map(Role::key)
                .findFirst()
                .orElse(typed);
    }

    private static void compare(NewInvitation person, Faults faults, Set<String> taken, Set<String> seen) {
        if (!person.loginName().isEmpty()) {
            if (taken.contains(person.loginKey())) {
                faults.add("loginName", "account.login_name_taken");
            } else if (!seen.add(person.loginKey())) {
                faults.add("loginName", "account.import_login_twice");
            }
        }
        if (!person.email().isEmpty()) {
            if (taken.contains(person.emailKey())) {
                faults.add("email", "account.email_invited_or_taken");
            } else if (!seen.add(person.emailKey())) {
                faults.add("email", "account.import_email_twice");
            }
        }
    }

    private Set<String> knownNames(List<NewInvitation> people) {
        String[] keys =
                people.stream().map(person -> LoginName.key(person.name())).toArray(String[]::new);
        return jdbi.withHandle(
                handle -> handle.createQuery("select login_key from account.password where login_key = any (:keys)")
                        .bind("keys", keys)
                        .mapTo(String.class)
                        .collect(Collectors.toSet()));
    }

    private ImportRow row(PeopleFile.Line line, NewInvitation person, Faults faults, String note, Locale locale) {
        String roles = person.grants().stream()
                .map(grant -> RoleWords.grant(grant, community.get(), locale))
                .collect(Collectors.joining("; "));
        List<String> cures =
                faults.getLines().stream().map(Faults.Line::message).distinct().toList();
        return new ImportRow(line.number(), person.name(), person.loginName(), person.email(), roles, cures, note);
    }

    /** Keeps a list that was looked at until it is confirmed. @return what names it */
    @Transactional
    UUID keep(String text, UUID by) {
        UUID id = Ids.next();
        jdbi.useHandle(handle -> {
            handle.createUpdate("delete from people.people_import where made_at < :old")
                    .bind("old", clock.instant().minus(DRAFT_LASTS))
                    .execute();
            handle.createUpdate("""
                            insert into people.people_import (made_by, id, made_at, content) values (:by, :id, :now, :text)
                            on conflict on constraint one_import_at_once_a_person do update
                            set id = excluded.id, made_at = excluded.made_at, content = excluded.content""")
                    .bind("by", by)
                    .bind("id", id)
                    .bind("now", clock.instant())
                    .bind("text", text)
                    .execute();
        });
        return id;
    }

    /**
     * Invites all of a list that was looked at.
     *
     * @param byLetter whether those with an address get a letter
     * @return the links with those whom they are for
     * @throws Problem.Conflict when the list is imported already, or something has come between; then nobody is invited
     */
    @Transactional
    InvitationLinks confirm(UUID id, String site, UUID by, boolean byLetter, Locale locale) {
        Optional<String> text = jdbi.withHandle(handle -> handle.createQuery(
                        "delete from people.people_import where made_by = :by and id = :id and made_at >= :old returning content")
                .bind("by", by)
                .bind("id", id)
                .bind("old", clock.instant().minus(DRAFT_LASTS))
                .mapTo(String.class)
                .findOne());
        PeopleImport list = again(text.orElseThrow(() -> Problem.conflict("account.import_done")), locale);
        List<String> links = invitations.inviteAll(list.people(), site, by, byLetter);
        audit.note(AuditNote.of("account.people_imported").by(by).with("number", Integer.toString(links.size())));
        List<InvitationLinks.Row> rows = new ArrayList<>();
        for (int place = 0; place < links.size(); place++) {
            ImportRow row = list.rows().get(place);
            rows.add(new InvitationLinks.Row(row.name(), row.roles(), links.get(place)));
        }
        long letters =
                list.people().stream().filter(each -> !each.email().isEmpty()).count();
        return new InvitationLinks(rows, byLetter ? (int) letters : 0);
    }

    private PeopleImport again(String text, Locale locale) {
        try {
            PeopleImport list = read(text, locale);
            if (!list.right()) {
                throw Problem.conflict("account.import_changed");
            }
            return list;
        } catch (PeopleFile.Unreadable changed) {
            throw Problem.conflict("account.import_changed");
        }
    }

    /** A list that the merged account had begun is forgotten. */
    void merge(@Observes PersonMerged merge) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from people.people_import where made_by = :merged")
                .bind("merged", merge.mergedId())
                .execute());
    }
}
