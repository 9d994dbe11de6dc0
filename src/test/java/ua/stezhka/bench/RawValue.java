package ua.stezhka.bench;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/** A value of a recorded statement: the same in each turn, or made anew. Its type is guessed from how it looks. */
final class RawValue {
    private static final String TIMES = "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d[^,]*";
    private static final Pattern TIME = Pattern.compile(TIMES);
    private static final Pattern UUID_ARRAY = Pattern.compile("\\{" + Recorder.UUIDS + "(?:," + Recorder.UUIDS + ")*}");
    private static final Pattern TIME_ARRAY = Pattern.compile("\\{\"" + TIMES + "\"(?:,\"" + TIMES + "\")*}");
    private static final Pattern OBJECT = Pattern.compile("\\{\"[A-Za-z0-9_-]+\":|\\{}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");

    private final @Nullable String[] recorded;
    private final List<List<String>> pieces = new ArrayList<>();
    private final boolean differs;
    private final boolean counts;
    private final String type;

    RawValue(@Nullable String first, @Nullable String second, boolean counting, Fresh fresh) {
        recorded = new String[] {first, second};
        differs = first != null && !first.equals(second);
        counts = counting
                && differs
                && second != null
                && NUMBER.matcher(first).matches()
                && NUMBER.matcher(second).matches();
        type = first == null ? "" : typeOf(first);
        pieces.add(pieces(first, fresh));
        pieces.add(pieces(second, fresh));
    }

    private static String typeOf(String value) {
        if (value.length() == 36 && Recorder.UUIDS.matcher(value).matches()) {
            return "uuid";
        }
        if (TIME.matcher(value).matches()) {
            return "timestamptz";
        }
        if (UUID_ARRAY.matcher(value).matches()) {
            return "uuid[]";
        }
        if (TIME_ARRAY.matcher(value).matches()) {
            return "timestamptz[]";
        }
        return value.startsWith("{") && !OBJECT.matcher(value).lookingAt() ? "text[]" : "";
    }

    /** The text cut at the ids that are new in each turn: text, id, text, id … text. */
    private static List<String> pieces(@Nullable String value, Fresh fresh) {
        List<String> pieces = new ArrayList<>();
        if (value != null) {
            Matcher ids = Recorder.UUIDS.matcher(value);
            int from = 0;
            while (ids.find()) {
                if (fresh.knows(ids.group())) {
                    pieces.add(value.substring(from, ids.start()));
                    pieces.add(ids.group());
                    from = ids.end();
                }
            }
            pieces.add(value.substring(from));
        }
        return pieces;
    }

    void bind(PreparedStatement target, int place, boolean typed, Fresh fresh) throws SQLException {
        String value = recorded[(fresh.turn() + 1) % 2];
        if (value == null) {
            target.setObject(place, null, Types.OTHER);
        } else if (differs && type.equals("timestamptz")) {
            target.setObject(place, fresh.now());
        } else if (counts) {
            target.setObject(place, Integer.toString(count(fresh.turn())), Types.OTHER);
        } else {
            set(target, place, typed ? type : "", differs ? renewed(fresh) : value);
        }
    }

    private int count(int turn) {
        int first = Integer.parseInt(String.valueOf(recorded[0]));
        int second = Integer.parseInt(String.valueOf(recorded[1]));
        return second + (second - first) * turn;
    }

    private static void set(PreparedStatement target, int place, String type, String value) throws SQLException {
        switch (type) {
            case "" -> target.setObject(place, value, Types.OTHER);
            case "uuid" -> target.setObject(place, UUID.fromString(value));
            case "timestamptz" -> target.setObject(place, time(value));
            default -> {
                PGobject array = new PGobject();
                array.setType(type);
                array.setValue(value);
                target.setObject(place, array);
            }
        }
    }

    private static OffsetDateTime time(String value) {
        String iso = value.replace(' ', 'T');
        return OffsetDateTime.parse(iso.matches(".*[+-]\\d\\d") ? iso + ":00" : iso);
    }

    private String renewed(Fresh fresh) {
        List<String> parts = pieces.get((fresh.turn() + 1) % 2);
        StringBuilder renewed = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            renewed.append(i % 2 == 0 ? parts.get(i) : fresh.of(parts.get(i)));
        }
        return renewed.toString();
    }
}
