package ua.stezhka.quiz;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import ua.stezhka.platform.Languages;
import ua.stezhka.platform.RunningDatabase;
import ua.stezhka.platform.Setting;
import ua.stezhka.platform.StartRefused;
import ua.stezhka.platform.SystemTime;
import ua.stezhka.platform.Texts;
import ua.stezhka.question.Score;

/** Grades every submitted attempt anew from its log, without the product: {@code scripts/verify-scores}. */
public final class ScoreVerification {
    private ScoreVerification() {}

    /** Ends with 1 when a stored score is not what its log gives, with 2 when the scores cannot be read. */
    public static void main(String... arguments) {
        Path folder = Path.of(arguments.length == 0 ? Setting.of("stezhka.data").orElse("data") : arguments[0]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(folder, out));
    }

    private static int run(Path folder, PrintStream out) {
        try (RunningDatabase database = RunningDatabase.of(folder)) {
            return verify(Jdbi.create(database::connect), out);
        } catch (StartRefused refused) {
            refused.tell();
        } catch (JdbiException failure) {
            System.err.println(failure.getMessage());
        }
        return 2;
    }

    static int verify(Jdbi jdbi, PrintStream out) {
        ScoreAudit audit = new ScoreAudit(jdbi, new QuizVersions(jdbi, SystemTime.clock()));
        int[] differing = {0};
        long attempts = audit.check(difference -> {
            differing[0]++;
            out.println(difference.attemptId() + ": " + words(difference.stored()) + " ≠ "
                    + words(difference.recomputed()));
        });
        for (Locale language : Languages.ALL) {
            out.println(Texts.get(language, "quiz.scoresChecked", attempts, differing[0]));
        }
        return differing[0] == 0 ? 0 : 1;
    }

    private static String words(Score score) {
        return score.earned() + "/" + score.possible();
    }
}
