package ua.stezhka.architecture;

import java.util.Map;
import java.util.Set;

/**
 * The modules and what each may use. The only place where this stands: a new module is a new row. Whoever wants a new
 * arrow says why in an ADR.
 */
final class Modules {
    static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("platform", Set.of()),
            Map.entry("xapi", Set.of("platform")),
            Map.entry("framework", Set.of("platform")),
            Map.entry("account", Set.of("platform", "xapi")),
            Map.entry("factor", Set.of("platform", "account")),
            Map.entry("identity", Set.of("platform", "account")),
            Map.entry("desk", Set.of("platform", "account")),
            Map.entry("people", Set.of("platform", "account", "factor", "identity", "desk")),
            Map.entry("privacy", Set.of("platform", "account", "desk", "people")),
            Map.entry("course", Set.of("platform", "account", "xapi", "framework")),
            Map.entry("question", Set.of("platform")),
            Map.entry("quiz", Set.of("platform", "account", "xapi", "framework", "course", "question")),
            Map.entry("mentoring", Set.of("platform", "account", "people", "question", "quiz")),
            Map.entry("analysis", Set.of("platform", "account", "framework", "question", "quiz")),
            Map.entry("bank", Set.of("platform", "account", "framework", "course", "question", "quiz", "analysis")),
            Map.entry(
                    "learning",
                    Set.of("platform", "account", "people", "xapi", "framework", "course", "question", "quiz")),
            Map.entry(
                    "certificate", Set.of("platform", "account", "people", "xapi", "framework", "course", "learning")),
            Map.entry("exchange", Set.of("platform", "framework", "course", "question", "quiz")),
            Map.entry(
                    "home",
                    Set.of(
                            "platform",
                            "account",
                            "factor",
                            "identity",
                            "desk",
                            "people",
                            "privacy",
                            "xapi",
                            "framework",
                            "course",
                            "question",
                            "quiz",
                            "mentoring",
                            "analysis",
                            "bank",
                            "learning",
                            "certificate")));

    /** Where the program begins: it wires the parts and nobody uses it. */
    static final Set<String> BEGINNING_MAY_USE = Set.of("platform", "exchange");

    private Modules() {}

    /** What a module may use; nothing when the table does not know it. */
    static Set<String> row(String module) {
        return MAY_USE.getOrDefault(module, Set.of());
    }

    static boolean allowed(String from, String to) {
        return from.equals(to) || (from.isEmpty() ? BEGINNING_MAY_USE : row(from)).contains(to);
    }
}
