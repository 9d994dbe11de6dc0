package ua.stezhka.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import ua.stezhka.account.AccountConfig;
import ua.stezhka.account.AuditNote;
import ua.stezhka.account.AuditTrail;
import ua.stezhka.account.RoleGrant;
import ua.stezhka.account.Scope;
import ua.stezhka.account.Secrets;
import ua.stezhka.account.Throttle;
import ua.stezhka.platform.Dates;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.PlatformConfig;
import ua.stezhka.platform.Recent;

/** Browsers that are marked as shared. The mark is a secret of 256 random bits: nobody can make one, and it can be taken back from afar. */
@Singleton
class SharedComputers {
    private static final int MOST_SEEN = 10_000;
    private static final int MOST_LISTED = 500;

    private final Jdbi jdbi;
    private final Clock clock;
    private final PlatformConfig platform;
    private final AccountConfig config;
    private final AuditTrail audit;
    private final Cache<String, Recent<Optional<SharedComputer>>> seen =
            Caffeine.newBuilder().maximumSize(MOST_SEEN).build();

    SharedComputers(Jdbi jdbi, Clock clock, PlatformConfig platform, AccountConfig config, AuditTrail audit) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.platform = platform;
        this.config = config;
        this.audit = audit;
    }

    /** How long nobody may do anything on a shared computer before the session ends. */
    Duration idle() {
        return config.sharedIdle();
    }

    /** The computer with this secret, unless the mark was taken back: one indexed read, at most once a second. */
    Optional<SharedComputer> find(String secret) {
        return seen.get(secret, key -> new Recent<>(clock, () -> read(key))).get();
    }

    private Optional<SharedComputer> read(String secret) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select id, place, marked_at from desk.shared_computer where secret_hash = :hash and unmarked_at is null")
                .bind("hash", Throttle.hash(secret))
                .map((row, context) -> computer(row))
                .findOne());
    }

    /**
     * Marks a browser.
     *
     * @param scope whose operators may take the mark back
     * @return the secret that the browser keeps
     */
    @Transactional
    String mark(String place, Scope scope, UUID by) {
        String secret = Secrets.next();
        UUID id = Ids.next();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into desk.shared_computer (id, secret_hash, place, scope_kind, scope_id, marked_at, marked_by)
                        values (:id, :hash, :place, :kind, cast(:scope as uuid), :now, :by)""")
                .bind("id", id)
                .bind("hash", Throttle.hash(secret))
                .bind("place", place)
                .bind("kind", scope.kind().key())
                .bind("scope", scope.id())
                .bind("now", clock.instant())
                .bind("by", by)
                .execute());
        audit.note(AuditNote.of("account.shared_computer_marked").by(by).with("computer", id.toString()));
        return secret;
    }

    /**
     * Takes a mark back; a second time, for a computer that is none, or one of another place, nothing happens.
     *
     * @param grants the roles of who does it
     * @return whether it was taken back now
     */
    @Transactional
    boolean unmark(UUID id, List<RoleGrant> grants, UUID by) {
        int changed = jdbi.withHandle(handle -> within(grants, handle.createUpdate("""
                        update desk.shared_computer set unmarked_at = :now
                        where id = :id and unmarked_at is null
                          and (:all or (scope_kind || ':' || scope_id) = any(:scopes))"""))
                .bind("id", id)
                .bind("now", clock.instant())
                .execute());
        seen.invalidateAll();
        if (changed == 1) {
            audit.note(AuditNote.of("account.shared_computer_unmarked").by(by).with("computer", id.toString()));
        }
        return changed == 1;
    }

    /** The marked computers of the places in which these roles hold, the newest mark first. */
    List<SharedComputer> of(List<RoleGrant> grants) {
        return jdbi.withHandle(handle -> within(grants, handle.createQuery("""
                        select id, place, marked_at from desk.shared_computer
                        where unmarked_at is null and (:all or (scope_kind || ':' || scope_id) = any(:scopes))
                        order by marked_at desc, id limit :most"""))
                .bind("most", MOST_LISTED)
                .map((row, context) -> computer(row))
                .list());
    }

    private static <S extends SqlStatement<S>> S within(List<RoleGrant> grants, S statement) {
        List<Scope> scopes = grants.stream().map(RoleGrant::scope).toList();
        return statement
                .bind("all", scopes.contains(Scope.EVERYWHERE))
                .bindArray(
                        "scopes", String.class, scopes.stream().map(Scope::key).toList());
    }

    private SharedComputer computer(ResultSet row) throws SQLException {
        return new SharedComputer(
                row.getObject("id", UUID.class),
                row.getString("place"),
                Dates.dateTime(row.getTimestamp("marked_at").toInstant(), platform.zone()));
    }
}
