package ua.stezhka.people;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.UUID;
import ua.stezhka.account.AuditEntry;
import ua.stezhka.platform.Json;

/**
 * Reads the whole audit trail and checks that nobody has changed, removed or put in an entry: each carries the hash of the one before, and
 * the head carries that of the last. Entries are read one after another, a thousand at once, so a long trail takes no more memory than a
 * short one. Source: ASVS 5.0, 16.4.2.
 */
final class AuditChain {
    private static final int READ_AT_ONCE = 1000;
    private static final TypeReference<TreeMap<String, String>> DETAILS = new TypeReference<>() {};

    /** One statement sees entries and head as they stand together, whoever writes meanwhile. */
    private static final String CHAIN = """
            select h.number as head_number, h.hash as head_hash, e.number, e.noted_at, e.action, e.by_actor, e.about_actor,
                   e.network, e.details, e.previous_hash, e.hash
            from account.audit_head h left join account.audit_entry e on true order by e.number
            """;

    private long right;
    private byte[] last = new byte[AuditEntry.HASH_BYTES];
    private long headNumber;
    private byte[] headHash = new byte[0];

    private AuditChain() {}

    /**
     * What was found.
     *
     * @param right      how many entries follow each other rightly, from the first on
     * @param firstWrong the number of the first entry that is changed, missing or too many; 0 when all are right
     * @param lastHash   the hash of the last entry of a whole trail: written down elsewhere, it proves later that nothing before it has changed
     */
    record Verdict(long right, long firstWrong, String lastHash) {
        public boolean whole() {
            return firstWrong == 0;
        }
    }

    static Verdict of(Connection connection) throws SQLException {
        return new AuditChain().read(connection);
    }

    private Verdict read(Connection connection) throws SQLException {
        boolean followed = true;
        try (PreparedStatement statement = connection.prepareStatement(CHAIN)) {
            statement.setFetchSize(READ_AT_ONCE);
            try (ResultSet rows = statement.executeQuery()) {
                while (followed && rows.next()) {
                    headNumber = rows.getLong("head_number");
                    headHash = rows.getBytes("head_hash");
                    followed = rows.getObject("number") == null || follows(rows);
                }
            }
        }
        return verdict(followed);
    }

    private Verdict verdict(boolean followed) {
        if (!followed) {
            return new Verdict(right, right + 1, "");
        }
        if (right == headNumber && Arrays.equals(last, headHash)) {
            return new Verdict(right, 0, HexFormat.of().formatHex(last));
        }
        // Entries are missing at the end, or too many; where only the hash of the head differs, the last entry is the
        // wrong one.
        long reliable = right == headNumber ? Math.max(0, right - 1) : Math.min(right, headNumber);
        return new Verdict(reliable, reliable + 1, "");
    }

    private boolean follows(ResultSet row) throws SQLException {
        AuditEntry entry = entry(row);
        byte[] hash = row.getBytes("hash");
        if (entry.number() != right + 1 || !entry.follows(last, row.getBytes("previous_hash"), hash)) {
            return false;
        }
        right++;
        last = hash;
        return true;
    }

    static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("number"),
                row.getObject("noted_at", OffsetDateTime.class).toInstant(),
                row.getString("action"),
                row.getObject("by_actor", UUID.class),
                row.getObject("about_actor", UUID.class),
                row.getString("network"),
                Json.read(row.getString("details"), DETAILS));
    }
}
