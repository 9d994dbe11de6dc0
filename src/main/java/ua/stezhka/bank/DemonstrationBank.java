package ua.stezhka.bank;

import jakarta.inject.Singleton;
import java.util.UUID;
import ua.stezhka.platform.Demonstration;
import ua.stezhka.platform.Ids;
import ua.stezhka.quiz.BankedVersion;
import ua.stezhka.quiz.QuestionBank;

/** What invented people of a demonstration do in the question bank. */
@Singleton
public class DemonstrationBank {
    private final Demonstration demonstration;
    private final QuestionBank bank;
    private final QuestionReports reports;
    private final VersionDeeds deeds;

    DemonstrationBank(Demonstration demonstration, QuestionBank bank, QuestionReports reports, VersionDeeds deeds) {
        this.demonstration = demonstration;
        this.bank = bank;
        this.reports = reports;
        this.deeds = deeds;
    }

    /**
     * Somebody says that something is wrong with a question.
     *
     * @param question the course’s and the question’s ids in the content: {@code internet-safety/hang-up}
     * @param kind     unclear, answer, picture or other
     */
    public void report(UUID personId, String question, String kind, String words) {
        QuestionBank.Face face = bank.faces(java.util.List.of(live(question))).get(live(question));
        if (face != null) {
            reports.report(new QuestionReports.New(face, personId, kind, words, "quiz"));
        }
    }

    /** Somebody takes a question out of new attempts. */
    public void retire(UUID personId, String question) {
        deeds.retire(live(question), personId);
    }

    private UUID live(String question) {
        if (!demonstration.on()) {
            throw new IllegalStateException("only a demonstration has invented people");
        }
        String[] names = question.split("/", 2);
        return bank.versions(Ids.named("course/" + names[0] + "/question/" + names[1])).stream()
                .filter(version -> version.publishedAt() != null)
                .map(BankedVersion::id)
                .findFirst()
                .orElseThrow();
    }
}
