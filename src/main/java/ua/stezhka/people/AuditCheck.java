package ua.stezhka.people;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import ua.stezhka.platform.Languages;
import ua.stezhka.platform.RunningDatabase;
import ua.stezhka.platform.Setting;
import ua.stezhka.platform.StartRefused;
import ua.stezhka.platform.Texts;

/** Checks the audit trail without the product: {@code scripts/audit}. */
public final class AuditCheck {
    private AuditCheck() {}

    /** Ends with 1 when the trail is not whole, with 2 when it cannot be read. */
    public static void main(String... arguments) {
        Path folder = Path.of(arguments.length == 0 ? Setting.of("stezhka.data").orElse("data") : arguments[0]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(folder, out));
    }

    private static int run(Path folder, PrintStream out) {
        try (RunningDatabase database = RunningDatabase.of(folder);
                Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            AuditChain.Verdict verdict = AuditChain.of(connection);
            Languages.ALL.forEach(language -> out.println(sentence(verdict, language)));
            return verdict.whole() ? 0 : 1;
        } catch (StartRefused refused) {
            refused.tell();
        } catch (SQLException failure) {
            System.err.println(failure.getMessage());
        }
        return 2;
    }

    private static String sentence(AuditChain.Verdict verdict, Locale language) {
        return verdict.whole()
                ? Texts.get(language, "audit.commandWhole", verdict.right(), verdict.lastHash())
                : Texts.get(language, "audit.commandBroken", verdict.right(), verdict.firstWrong());
    }
}
