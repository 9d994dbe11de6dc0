package ua.stezhka.question;

import java.util.List;
import ua.stezhka.platform.LocalText;

/**
 * One screen of a rehearsal: a mock that we draw ourselves, like no real service.
 *
 * @param title what the screen is called, plain text
 * @param parts from the top to the bottom
 */
public record RehearsalScreen(String id, Frame frame, LocalText title, List<ScreenPart> parts) {
    /** What the screen is shown in. */
    public enum Frame {
        PHONE,
        BROWSER
    }

    /** What can be pressed, in the order in which it stands there. */
    public List<Choice> targets() {
        return parts.stream().flatMap(part -> part.targets().stream()).toList();
    }
}
