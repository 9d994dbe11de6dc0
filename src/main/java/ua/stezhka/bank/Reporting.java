package ua.stezhka.bank;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;
import ua.stezhka.quiz.Learner;
import ua.stezhka.quiz.QuestionBank;

/** The form that reports a question, wherever it stands; whoever reports comes back to the same place. */
@Singleton
class Reporting {
    private static final Set<String> KINDS = Set.of("unclear", "answer", "picture", "other");
    private static final int LONGEST = 1000;
    private final QuestionReports reports;
    private final Visitor visitor;
    private final Frame frame;

    Reporting(QuestionReports reports, Visitor visitor, Frame frame) {
        this.reports = reports;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "bank")
    static class Templates {
        static native TemplateInstance report(ReportForm form);
    }

    /**
     * Where a question stands for whoever reports it.
     *
     * @param kind    quiz or lesson
     * @param address of the page that shows the question
     */
    record Place(String kind, String address, QuestionBank.Face question) {}

    TemplateInstance ask(Place place) {
        Optional<UUID> person = visitor.personId();
        boolean waits = person.isPresent() && reports.waits(person.get(), place.question.questionId());
        return Templates.report(form(place, waits, "", "", new Faults(frame.locale())));
    }

    /** Keeps a report. A browser that is not known becomes a guest, so that the answer finds somebody. */
    Response report(Place place, String kind, String typed) {
        String words = typed.strip().replace("\0", "");
        Faults faults = new Faults(frame.locale());
        if (!KINDS.contains(kind)) {
            faults.add("kind", "bank.kind_missing");
        }
        if (kind.equals("other") && words.isEmpty()) {
            faults.add("words", "bank.words_missing");
        } else if (words.length() > LONGEST) {
            faults.add("words", "bank.words_too_long");
        }
        if (faults.isEmpty()) {
            UUID person = Learner.orNewGuest(visitor).personId();
            if (!reports.report(new QuestionReports.New(place.question, person, kind, words, place.kind))) {
                faults.add("kind", "bank.reports_too_many");
            }
        }
        if (!faults.isEmpty()) {
            return Response.status(422)
                    .entity(Templates.report(form(place, false, kind, words, faults)))
                    .build();
        }
        return Response.seeOther(URI.create(place.address + "/report")).build();
    }

    private ReportForm form(Place place, boolean waits, String kind, String words, Faults faults) {
        return new ReportForm(
                place.address + "/report",
                place.address,
                place.kind,
                place.question.plain().in(frame.locale()),
                place.question.plain().languageIn(frame.locale()),
                waits,
                kind,
                words,
                faults);
    }
}
