package ua.stezhka.question;

import io.quarkus.qute.RawString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a rehearsal stands, as a page shows it; the fragment {@code question/_rehearsal} draws it. Only the screen of the step that is
 * open is here, and nothing that tells what to press on it.
 *
 * @param before what was pressed so far
 * @param step   the step that is open, from 1; one more than there are when all are over
 * @param said   what is told about the last press, null before the first one
 * @param screen null when all steps are over
 * @param done   the steps that are over
 * @param again  whether the person may begin anew
 */
public record RehearsalView(
        List<Pressed> before,
        int step,
        int steps,
        @Nullable Said said,
        @Nullable Screen screen,
        List<Done> done,
        boolean again) {

    /** A press as the form sends it, and in words. */
    public record Pressed(String written, String what) {}

    /**
     * What is told about a press.
     *
     * @param tone   right, look-again, shown, or kept where nothing is told
     * @param task the task at which it was made
     * @param what   what was pressed, in words
     * @param answer what would have been right, told only to somebody who asked to be shown
     */
    public record Said(
            String tone,
            String task,
            String what,
            String answer,
            @Nullable RawString why) {}

    /** The screen of the step that is open. */
    public record Screen(String frame, String title, String task, List<Part> parts, List<Target> targets) {}

    /** What can be pressed; {@code typed} when something is typed there first. */
    public record Target(String token, String text, boolean typed) {}

    /**
     * A part of the screen.
     *
     * @param kind    the name of the part in the content
     * @param token   of what can be pressed, empty otherwise
     * @param on      whether a switch is on
     * @param targets rows, keys
     */
    public record Part(
            String kind,
            String token,
            String text,
            boolean on,
            List<Target> targets,
            @Nullable Drawing drawing) {}

    /** A picture with places to press. */
    public record Drawing(String viewBox, RawString svg, List<Region> regions) {}

    /** A place of a picture, in units of its view box. */
    public record Region(String token, String text, int x, int y, int width, int height) {}

    /** A step that is over: its task, what was pressed, and how it went: at-once, found, shown, or kept where nothing is told. */
    public record Done(String task, String what, String how) {}
}
