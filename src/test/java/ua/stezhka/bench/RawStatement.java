package ua.stezhka.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A recorded statement, prepared once and executed with the values of the turn. */
final class RawStatement {
    private static final Pattern PLACE = Pattern.compile("\\$\\d+");

    private final String sql;
    private final List<RawValue> values = new ArrayList<>();
    private final @Nullable PreparedStatement prepared;
    private final boolean typed;

    private RawStatement(Connection connection, Script.Step step, boolean counting, Fresh fresh) throws SQLException {
        sql = step.sql();
        for (int i = 0; i < step.first().size(); i++) {
            values.add(new RawValue(step.first().get(i), step.second().get(i), counting, fresh));
        }
        prepared = Script.isFrame(sql)
                ? null
                : connection.prepareStatement(PLACE.matcher(sql).replaceAll("?"));
        typed = prepared == null || fits(prepared, fresh);
    }

    /** Prepares the statements of a script. */
    static List<RawStatement> all(Connection connection, Script script) throws SQLException {
        List<RawStatement> all = new ArrayList<>();
        Fresh fresh = Fresh.of(script);
        fresh.next();
        for (Script.Step step : script.steps()) {
            all.add(new RawStatement(connection, step, script.counting(), fresh));
        }
        return all;
    }

    /** Whether the guessed types are what the statement wants; otherwise the database chooses them. */
    private boolean fits(PreparedStatement statement, Fresh fresh) throws SQLException {
        bind(statement, true, fresh);
        try {
            statement.getParameterMetaData();
            return true;
        } catch (SQLException otherTypes) {
            return false;
        }
    }

    void execute(Connection connection, Fresh fresh) throws SQLException {
        if (prepared == null) {
            frame(connection);
            return;
        }
        bind(prepared, typed, fresh);
        try {
            if (prepared.execute()) {
                read(prepared);
            }
        } catch (SQLException e) {
            throw new SQLException(sql + " " + prepared, e);
        }
    }

    private static void read(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.getResultSet()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    rows.getObject(i);
                }
            }
        }
    }

    private void frame(Connection connection) throws SQLException {
        switch (sql.strip().toUpperCase(Locale.ROOT)) {
            case "BEGIN" -> connection.setAutoCommit(false);
            case "COMMIT" -> {
                connection.commit();
                connection.setAutoCommit(true);
            }
            default -> {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private void bind(PreparedStatement target, boolean withTypes, Fresh fresh) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            values.get(i).bind(target, i + 1, withTypes, fresh);
        }
    }
}
