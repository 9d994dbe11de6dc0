package ua.stezhka.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ua.stezhka.bench.Script.Step;

/**
 * Listens to what the product says to its database, through the database's own log, so that the limit is always that of the
 * statements of today.
 */
final class Recorder implements AutoCloseable {
    static final Pattern UUIDS = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern VALUE = Pattern.compile("\\$\\d+ = (NULL|'((?:[^']++|'')*+)')");
    private static final Pattern SAYS = Pattern.compile("(?:execute [^:]+|statement): ");
    private static final List<String> LISTENING = List.of(
            "log_destination = 'jsonlog'",
            "log_statement = 'all'",
            "log_error_verbosity = 'default'",
            "log_parameter_max_length = -1");
    private static final int TRIES = 20;
    private static final JsonMapper JSON = new JsonMapper();

    private final Product product;
    private final Connection superuser;
    private final Set<String> content = new HashSet<>();

    Recorder(Product product) throws SQLException {
        this.product = product;
        this.superuser = product.superuser();
        try (Statement statement = superuser.createStatement();
                var ids = statement.executeQuery(
                        "select id from quiz.question_version union select id from quiz.quiz_version")) {
            while (ids.next()) {
                content.add(ids.getString(1));
            }
        }
        for (String setting : LISTENING) {
            execute("alter system set " + setting);
        }
        execute("select pg_reload_conf()");
    }

    /** The statements of a row for a person; turns that differ in their statements are recorded again. */
    Script record(Row row, Pupil pupil) {
        pupil.restart();
        row.prepare().accept(pupil);
        turns(row, pupil);
        List<Said> first = recorded(row, pupil);
        for (int i = 0; i < TRIES; i++) {
            List<Said> second = recorded(row, pupil);
            if (texts(first).equals(texts(second))) {
                return script(row, first, second);
            }
            first = second;
        }
        throw new IllegalStateException("the statements of " + row.name() + " differ from turn to turn");
    }

    /** The script, with the check of the person's password that the sign-in makes. */
    Script withPassword(Script script, Pupil pupil) {
        try (PreparedStatement hash =
                superuser.prepareStatement("select hash from account.password where login_name = ?")) {
            hash.setString(1, pupil.login);
            try (var found = hash.executeQuery()) {
                found.next();
                return script.checking(Pupil.PASSWORD, found.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One statement that was executed. */
    private record Said(String sql, List<@Nullable String> values) {}

    private static void turns(Row row, Pupil pupil) {
        for (int i = 0; i < row.cycle(); i++) {
            row.turn().accept(pupil);
        }
    }

    private static List<String> texts(List<Said> said) {
        return said.stream().map(Said::sql).toList();
    }

    private Script script(Row row, List<Said> first, List<Said> second) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            steps.add(new Step(first.get(i).sql, first.get(i).values, second.get(i).values));
        }
        Set<String> before = ids(first);
        Set<String> after = ids(second);
        Set<String> both = new HashSet<>(before);
        both.retainAll(after);
        Set<String> fresh = new HashSet<>(before);
        fresh.addAll(after);
        fresh.removeAll(both);
        fresh.removeAll(content);
        return new Script(steps, fresh, row.name().equals(Row.SAVE), row.cycle(), "", "");
    }

    private static Set<String> ids(List<Said> said) {
        Set<String> ids = new HashSet<>();
        for (Said one : said) {
            for (String value : one.values) {
                if (value != null) {
                    UUIDS.matcher(value).results().forEach(found -> ids.add(found.group()));
                }
            }
        }
        return ids;
    }

    private List<Said> recorded(Row row, Pupil pupil) {
        String begin = mark();
        turns(row, pupil);
        String end = mark();
        List<Said> said = new ArrayList<>();
        boolean inside = false;
        for (JsonNode line : linesUntil(end)) {
            String message = line.path("message").asText();
            if (message.contains(begin)) {
                inside = true;
            } else if (inside
                    && SAYS.matcher(message).lookingAt()
                    && line.path("application_name").asText().equals("stezhka")) {
                String sql = message.substring(message.indexOf(": ") + 2);
                if (!sql.isBlank()) {
                    said.add(new Said(sql, values(line.path("detail").asText())));
                }
            }
        }
        return said;
    }

    private static List<@Nullable String> values(String detail) {
        List<@Nullable String> values = new ArrayList<>();
        if (detail.toLowerCase(Locale.ROOT).startsWith("parameters: ")) {
            Matcher value = VALUE.matcher(detail);
            while (value.find()) {
                values.add(value.group(2) == null ? null : value.group(2).replace("''", "'"));
            }
        }
        return values;
    }

    private String mark() {
        String mark = "mark " + UUID.randomUUID();
        execute("select '" + mark + "'");
        return mark;
    }

    private List<JsonNode> linesUntil(String mark) {
        try {
            for (int i = 0; i < 100; i++) {
                TimeUnit.MILLISECONDS.sleep(20);
                String log = Files.readString(log(), StandardCharsets.UTF_8);
                int end = log.indexOf(mark);
                if (end >= 0) {
                    List<JsonNode> lines = new ArrayList<>();
                    for (String line :
                            log.substring(0, log.lastIndexOf('\n', end)).split("\n")) {
                        lines.add(JSON.readTree(line));
                    }
                    return lines;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("the database does not write its log");
    }

    private Path log() throws IOException {
        try (Stream<Path> all = Files.list(product.databaseLog())) {
            return all.filter(file -> file.toString().endsWith(".json"))
                    .findFirst()
                    .orElse(Path.of("/dev/null"));
        }
    }

    private void execute(String sql) {
        try (Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The database goes on as it was. */
    @Override
    public void close() throws SQLException {
        execute("alter system reset all");
        execute("select pg_reload_conf()");
        superuser.close();
    }
}
