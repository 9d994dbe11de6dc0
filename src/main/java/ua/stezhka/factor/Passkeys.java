package ua.stezhka.factor;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.platform.Dates;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.PlatformConfig;

/** The passkeys of people: their public halves, and how often each has signed. */
@Singleton
class Passkeys {
    private final Jdbi jdbi;
    private final Clock clock;
    private final PlatformConfig config;
    private final FactorOwnership ownership;
    private final Frame frame;

    Passkeys(Jdbi jdbi, Clock clock, PlatformConfig config, FactorOwnership ownership, Frame frame) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.config = config;
        this.ownership = ownership;
        this.frame = frame;
    }

    /** What a browser has just made. */
    record Fresh(byte[] credentialId, byte[] credential, long signCount, boolean backupEligible) {}

    /** One that was added before, whose owner may come in. */
    record Known(UUID id, UUID personId, byte[] credential, long signCount, boolean backupEligible) {}

    /** @return whether nobody has this one yet */
    @Transactional
    boolean add(UUID personId, Fresh fresh, String name) {
        int added = jdbi.withHandle(handle -> handle.createUpdate("""
                                insert into factor.passkey
                                    (id, person_id, credential_id, credential, sign_count, backup_eligible, name, added_at)
                                values (:id, :person, :credentialId, :credential, :count, :backup, :name, :now)
                                on conflict on constraint passkey_is_added_once do nothing""")
                .bind("id", Ids.next())
                .bind("person", personId)
                .bind("credentialId", fresh.credentialId())
                .bind("credential", fresh.credential())
                .bind("count", fresh.signCount())
                .bind("backup", fresh.backupEligible())
                .bind("name", name)
                .bind("now", clock.instant())
                .execute());
        ownership.tell(personId);
        return added == 1;
    }

    /** The person's passkeys, oldest first. */
    List<PasskeyRow> of(UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id, name, added_at, last_used_at from factor.passkey
                        where person_id = :id order by added_at, id""")
                .bind("id", personId)
                .map((row, context) -> row(row))
                .list());
    }

    Optional<PasskeyRow> find(UUID personId, UUID id) {
        return of(personId).stream().filter(row -> row.id().equals(id)).findFirst();
    }

    /** The identifiers under which the person's devices know them: none of these is made a second time. */
    List<byte[]> credentialIds(UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select credential_id from factor.passkey where person_id = :id order by id")
                .bind("id", personId)
                .mapTo(byte[].class)
                .list());
    }

    Optional<Known> byCredential(byte[] credentialId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select k.id, k.person_id, k.credential, k.sign_count, k.backup_eligible
                        from factor.passkey k join account.person p on p.id = k.person_id
                        where k.credential_id = :credentialId and p.blocked_at is null""")
                .bind("credentialId", credentialId)
                .map((row, context) -> new Known(
                        row.getObject("id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getBytes("credential"),
                        row.getLong("sign_count"),
                        row.getBoolean("backup_eligible")))
                .findOne());
    }

    /** Notes a use. @return whether the device still counts upwards; a device that does not count says 0 always */
    @Transactional
    boolean used(UUID id, long signCount) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                update factor.passkey set sign_count = :count, last_used_at = :now
                                where id = :id and (sign_count < :count or (sign_count = 0 and :count = 0))""")
                        .bind("id", id)
                        .bind("count", signCount)
                        .bind("now", clock.instant())
                        .execute())
                == 1;
    }

    /** @return whether the person had it */
    @Transactional
    boolean remove(UUID personId, UUID id) {
        int removed = jdbi.withHandle(
                handle -> handle.createUpdate("delete from factor.passkey where person_id = :person and id = :id")
                        .bind("person", personId)
                        .bind("id", id)
                        .execute());
        ownership.tell(personId);
        return removed == 1;
    }

    @Transactional
    int removeAll(UUID personId) {
        int removed = jdbi.withHandle(handle -> handle.createUpdate("delete from factor.passkey where person_id = :id")
                .bind("id", personId)
                .execute());
        ownership.tell(personId);
        return removed;
    }

    private PasskeyRow row(ResultSet row) throws SQLException {
        Timestamp used = row.getTimestamp("last_used_at");
        return new PasskeyRow(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Dates.longDate(row.getTimestamp("added_at").toInstant(), config.zone(), frame.locale()),
                used == null ? "" : Dates.longDateTime(used.toInstant(), config.zone(), frame.locale()));
    }
}
