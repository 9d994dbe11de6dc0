package ua.stezhka.bank;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ua.stezhka.account.Permission;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Frame;

/** The question bank: looking for questions, and everything about one of them. */
@Path("/bank")
@RunOnVirtualThread
public class BankPages {
    private static final Set<String> DONE =
            Set.of("drafted", "reviewed", "published", "retired", "restored", "regraded");
    private final BankSearch search;
    private final QuestionSheets sheets;
    private final BankNames names;
    private final Visitor visitor;
    private final Frame frame;

    BankPages(BankSearch search, QuestionSheets sheets, BankNames names, Visitor visitor, Frame frame) {
        this.search = search;
        this.sheets = sheets;
        this.names = names;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "bank")
    static class Templates {
        static native TemplateInstance questions(BankView page);

        static native TemplateInstance question(QuestionSheet page);
    }

    @GET
    public TemplateInstance questions(@BeanParam BankQuery query, @QueryParam("after") Optional<UUID> after) {
        visitor.require(Permission.READ_BANK);
        BankFilter filter = query.filter();
        BankSearch.Page page = search.page(filter, after.orElse(null), frame.locale());
        return Templates.questions(new BankView(
                filter,
                new BankView.Choices(
                        names.courses(frame.locale()),
                        names.competences(frame.locale()),
                        names.levels(),
                        BankView.types(),
                        names.audiences()),
                page.rows(),
                after.isPresent() ? null : search.count(filter),
                page.after() == null ? null : filter.address(page.after())));
    }

    @GET
    @Path("questions/{question}")
    public TemplateInstance question(
            @PathParam("question") UUID question,
            @QueryParam("from") @DefaultValue("0") int from,
            @QueryParam("to") @DefaultValue("0") int to,
            @QueryParam("done") @DefaultValue("") String done) {
        visitor.require(Permission.READ_BANK);
        return Templates.question(sheets.of(
                new QuestionSheets.Asked(
                        question, from, to, visitor.requireRegistered(), rights(), DONE.contains(done) ? done : ""),
                frame.locale()));
    }

    private QuestionSheet.Rights rights() {
        return new QuestionSheet.Rights(
                visitor.may(Permission.WRITE_QUESTIONS),
                visitor.may(Permission.REVIEW_QUESTIONS),
                visitor.may(Permission.REPAIR_ATTEMPTS));
    }
}
