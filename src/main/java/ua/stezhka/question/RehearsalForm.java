package ua.stezhka.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form around a screen of a rehearsal: what was pressed before, in hidden fields, and the press that sends it. So an old form
 * says of itself that it is old.
 */
public final class RehearsalForm {
    private static final String PART = "part";
    private static final String SHOW = "show";
    /** The button of the list. */
    private static final String LIST = "list";
    /** The button that stands for the key Enter. */
    private static final String ENTER = "enter";

    private static final String AGAIN = "again";
    private static final String TEXT = "text-";

    private RehearsalForm() {}

    /** Whether something of the rehearsal was pressed, and not a button beside it. */
    public static boolean pressed(Map<String, List<String>> form) {
        return Stream.of(PART, SHOW, LIST, ENTER, AGAIN).anyMatch(form::containsKey);
    }

    /** Whether a press was made: not only the button of a list in which nothing is chosen. */
    public static boolean made(Map<String, List<String>> form) {
        return form.containsKey(AGAIN) || press(form).isPresent();
    }

    /** What was pressed before, and this press; cleared when the person begins anew. */
    static Given given(Map<String, List<String>> form) {
        if (form.containsKey(AGAIN)) {
            return Given.CLEARED;
        }
        List<Answer.Press> presses = new ArrayList<>();
        form.getOrDefault("press", List.of()).stream()
                .limit(Answers.MOST_PRESSES - 1)
                .forEach(press -> presses.add(written(press)));
        press(form).ifPresent(presses::add);
        return Given.of(new Answer.Rehearsal(presses));
    }

    /** Whether this is the next thing that can happen after what is stored: one press more, or a new beginning. */
    public static boolean goesOn(@Nullable Given stored, Given given, Map<String, List<String>> form) {
        List<Answer.Press> before =
                stored != null && stored.answer() instanceof Answer.Rehearsal a ? a.presses() : List.of();
        return given.answer() instanceof Answer.Rehearsal a
                ? pressed(form) && a.adds(before)
                : form.containsKey(AGAIN) && !before.isEmpty();
    }

    /** A press as a hidden field has it: step, part, text. */
    static String written(Answer.Press press) {
        String part = press.part();
        String text = press.text();
        return press.step() + (part == null ? "" : '.' + part) + (text == null ? "" : '.' + text);
    }

    private static Answer.Press written(String press) {
        String[] parts = press.split("\\.", 3);
        return new Answer.Press(parts[0], parts.length > 1 ? parts[1] : null, parts.length > 2 ? parts[2] : null);
    }

    private static Optional<Answer.Press> press(Map<String, List<String>> form) {
        String step = AttemptForm.field(form, "step");
        if (form.containsKey(SHOW)) {
            return Optional.of(new Answer.Press(step, null, null));
        }
        String part = part(form);
        if (part.isEmpty()) {
            return Optional.empty();
        }
        if (!form.containsKey(TEXT + part)) {
            return Optional.of(new Answer.Press(step, part, null));
        }
        return typed(form, TEXT + part).map(text -> new Answer.Press(step, part, text));
    }

    private static String part(Map<String, List<String>> form) {
        if (form.containsKey(PART)) {
            return AttemptForm.field(form, PART);
        }
        String typedInto = form.keySet().stream()
                .filter(name -> name.startsWith(TEXT) && typed(form, name).isPresent())
                .findFirst()
                .map(name -> name.substring(TEXT.length()))
                .orElse("");
        if (form.containsKey(ENTER) && !typedInto.isEmpty()) {
            return typedInto;
        }
        return form.containsKey(LIST) || form.containsKey(ENTER) ? AttemptForm.field(form, "choice") : "";
    }

    /** What was typed, into the screen or into the list. */
    private static Optional<String> typed(Map<String, List<String>> form, String name) {
        return form.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }
}
