package ua.stezhka.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import ua.stezhka.exchange.Findings.InFile;

/** Rules of what may be typed, in a question or in one gap of it. */
final class TypedRules {
    private TypedRules() {}

    /** @param where the pointer of what has the wordings, inside the question */
    static void check(BankQuestion question, String where, InFile findings) {
        JsonNode typed = where.isEmpty() ? question.node() : question.node().at(where);
        List<String> accepted = TypedWordings.words(typed.path("accept"));
        if (typed.has("wrong") && !typed.path("near").asBoolean()) {
            findings.warning(
                    question.line(where + "/wrong"),
                    "`wrong` says nothing without `near: true`",
                    "add near: true, or remove `wrong`");
        }
        if (typed.has("near") && accepted.isEmpty()) {
            findings.error(
                    question.line(where + "/near"), "nothing is typed here", "remove `near`, or give it `accept`");
        }
        TypedWordings.words(typed.path("wrong")).stream()
                .filter(wording -> accepted.stream().anyMatch(wording::equalsIgnoreCase))
                .forEach(wording -> findings.error(
                        question.line(where + "/wrong"),
                        "«" + wording + "» is both accepted and wrong",
                        "keep it in one of the two"));
    }
}
