package ua.stezhka.account;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import ua.stezhka.platform.Languages;
import ua.stezhka.platform.Setting;
import ua.stezhka.platform.SystemTime;
import ua.stezhka.platform.Texts;

/** Changes the keys that sign sessions while the product runs; {@code scripts/keys} calls it. */
public final class KeyRotation {
    /** The tokens of the old key have been renewed by then. */
    static final Duration BOTH_KEYS = Duration.ofMinutes(15);

    private final KeyFolder folder;
    private final Clock clock;
    private final PrintStream out;

    KeyRotation(Path folder, Clock clock, PrintStream out) {
        this.folder = new KeyFolder(folder);
        this.clock = clock;
        this.out = out;
    }

    public static void main(String... arguments) throws IOException {
        Path folder = Setting.of("stezhka.account.keys-folder").map(Path::of).orElseGet(SigningKeys::usualFolder);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(new KeyRotation(folder, SystemTime.clock(), out).run(List.of(arguments)));
    }

    /** @return the exit code */
    int run(List<String> arguments) throws IOException {
        List<SigningKey> keys = folder.exists() ? folder.keys() : List.of();
        if (keys.isEmpty()) {
            say("start.keysMissing");
            return 1;
        }
        return switch (String.join(" ", arguments)) {
            case "list" -> list(keys);
            case "rotate" -> rotate();
            case "retire" -> retire(keys.getLast(), false);
            case "retire --now" -> retire(keys.getLast(), true);
            default -> 2;
        };
    }

    private int list(List<SigningKey> keys) {
        for (SigningKey key : keys) {
            out.println(key.since().equals(Instant.EPOCH) ? key.id() : key.id() + ' ' + key.since());
        }
        return 0;
    }

    private int rotate() throws IOException {
        say("start.keyMade", folder.makeNext(clock.instant()).getFileName().toString());
        return 0;
    }

    private int retire(SigningKey newest, boolean now) throws IOException {
        Instant ready = newest.since().plus(BOTH_KEYS);
        if (!now && clock.instant().isBefore(ready)) {
            say("start.keysStillNeeded", ready.toString());
            return 1;
        }
        say("start.keysRemoved", folder.removeOld().size());
        return 0;
    }

    private void say(String text, Object... arguments) {
        for (Locale language : Languages.ALL) {
            out.println(Texts.get(language, text, arguments));
        }
    }
}
