package ua.stezhka.chaos;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what the database holds, past the product. */
final class StoredReader {
    private StoredReader() {}

    @FunctionalInterface
    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    static Stored read(Connection connection) throws SQLException {
        return new Stored(
                all(
                        connection,
                        "select id, person_id, submitted_at, passed, earned, possible from quiz.attempt where kind = 'graded'",
                        row -> new Stored.Attempt(
                                uuid(row, "id"),
                                uuid(row, "person_id"),
                                row.getObject("submitted_at") != null,
                                row.getBoolean("passed"),
                                row.getLong("earned") + "/" + row.getLong("possible"))),
                all(
                        connection,
                        "select e.* from quiz.attempt_event e join quiz.attempt a on a.id = e.attempt_id where a.kind = 'graded'",
                        row -> new Stored.Event(
                                uuid(row, "attempt_id"),
                                row.getLong("id"),
                                row.getString("kind"),
                                row.getInt("position"),
                                row.getInt("revision"),
                                uuid(row, "save_id"),
                                value(row))),
                all(
                        connection,
                        "select r.* from quiz.response r join quiz.attempt a on a.id = r.attempt_id where a.kind = 'graded'",
                        row -> new Stored.Response(
                                uuid(row, "attempt_id"), row.getInt("position"), row.getInt("revision"), value(row))),
                all(
                        connection,
                        "select person_id, enrolment_id, revoked_at is null as valid from certificate.certificate",
                        row -> new Stored.Certificate(
                                uuid(row, "person_id"), uuid(row, "enrolment_id"), row.getBoolean("valid"))));
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? Operation.NOWHERE : id;
    }

    private static String value(ResultSet row) throws SQLException {
        @Nullable String state = row.getString("state");
        return state == null ? "" : Values.of(state, row.getString("answer"));
    }

    private static <T> List<T> all(Connection connection, String sql, Row<T> read) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(read.read(rows));
            }
            return all;
        }
    }
}
