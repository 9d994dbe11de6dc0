package ua.stezhka.question;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Ids;

/** The hidden fields of a question’s form. */
public final class AttemptForm {
    private static final List<String> NONE = List.of("");

    private AttemptForm() {}

    /** The first value of a field, empty when there is none. */
    public static String field(Map<String, List<String>> form, String name) {
        return form.getOrDefault(name, NONE).getFirst();
    }

    /**
     * The id of this save. A browser that goes back may send an old form again with another answer, so the answer is a part
     * of the id: the same form with the same answer is a replay, with another answer it is not.
     */
    public static UUID saveId(Map<String, List<String>> form, Given given) {
        return Ids.named("save/" + field(form, "saveId") + '/' + given.state().word() + '/' + given.json());
    }

    public static int baseRevision(Map<String, List<String>> form) {
        String base = field(form, "baseRevision");
        return base.matches("\\d{1,7}") ? Integer.parseInt(base) : 0;
    }

    public static @Nullable UUID uuid(@Nullable String text) {
        try {
            return text == null || text.length() != 36 ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
