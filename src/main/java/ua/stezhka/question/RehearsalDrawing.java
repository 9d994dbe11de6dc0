package ua.stezhka.question;

import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.LocalText;

/**
 * Draws where a rehearsal stands. With {@link Marks#NONE} every press ends its step and nothing tells how it went; with marks a step
 * is over when they say so.
 */
record RehearsalDrawing(
        QuestionBody.Rehearsal body, Arrangement shown, List<Answer.Press> presses, Marks marks, Locale locale) {
    private static final String KEPT = "kept";
    private static final String SHOWN = "shown";

    static @Nullable RehearsalView of(
            QuestionFace face, Arrangement shown, @Nullable Answer answer, Marks marks, Locale locale) {
        if (!(face.body() instanceof QuestionBody.Rehearsal body)) {
            return null;
        }
        List<Answer.Press> presses = answer instanceof Answer.Rehearsal a ? a.presses() : List.of();
        return new RehearsalDrawing(body, shown, presses, marks, locale).draw();
    }

    private RehearsalView draw() {
        int open = open();
        int steps = body.steps().size();
        return new RehearsalView(
                presses.stream().map(this::pressed).toList(),
                open + 1,
                steps,
                presses.isEmpty() ? null : said(presses.getLast()),
                open < steps ? screen(body.steps().get(open)) : null,
                body.steps().subList(0, open).stream().map(this::done).toList(),
                !marks.whole().isEmpty());
    }

    /** The place of the step that is open, from 0. */
    private int open() {
        if (presses.isEmpty()) {
            return 0;
        }
        String last = presses.getLast().step();
        return Integer.parseInt(last) - (how(last).equals("open") ? 1 : 0);
    }

    private String how(String step) {
        return marks.parts().getOrDefault(step, KEPT);
    }

    private String token(QuestionBody.Step step) {
        return shown.token(Arrangement.STEPS, step.id());
    }

    private RehearsalView.Said said(Answer.Press last) {
        QuestionBody.Step step = body.steps().get(Integer.parseInt(last.step()) - 1);
        String how = how(last.step());
        String tone = marks.whole().isEmpty()
                ? KEPT
                : last.part() == null ? SHOWN : how.equals("open") ? "look-again" : "right";
        String why = marks.notes().get(RehearsalMarks.SAID);
        return new RehearsalView.Said(
                tone,
                step.task().in(locale),
                pressed(step, last),
                marks.notes().getOrDefault(RehearsalMarks.shown(last.step()), ""),
                why == null ? null : new RawString(why));
    }

    private RehearsalView.Pressed pressed(Answer.Press press) {
        QuestionBody.Step step = body.steps().get(Integer.parseInt(press.step()) - 1);
        return new RehearsalView.Pressed(RehearsalForm.written(press), pressed(step, press));
    }

    private String pressed(QuestionBody.Step step, Answer.Press press) {
        return AnswerWords.pressed(body, step, resolved(step, press), locale);
    }

    private Answer.Press resolved(QuestionBody.Step step, Answer.Press press) {
        String part = press.part();
        return new Answer.Press(
                step.id(), part == null ? null : shown.idOf(Arrangement.partsOf(step.id()), part), press.text());
    }

    private RehearsalView.Done done(QuestionBody.Step step) {
        String token = token(step);
        String what = presses.stream()
                .filter(press -> press.step().equals(token))
                .reduce((one, two) -> two)
                .map(press -> pressed(step, press))
                .orElse("");
        what = marks.notes().getOrDefault(RehearsalMarks.shown(token), what);
        return new RehearsalView.Done(step.task().in(locale), what, how(token));
    }

    private RehearsalView.Screen screen(QuestionBody.Step step) {
        RehearsalScreen screen = body.screenOf(step);
        Iterator<String> tokens = Answers.tokens(screen.targets().size()).iterator();
        List<RehearsalView.Part> parts = new ArrayList<>();
        List<RehearsalView.Target> targets = new ArrayList<>();
        for (ScreenPart part : screen.parts()) {
            List<RehearsalView.Target> own = part.targets().stream()
                    .map(target -> new RehearsalView.Target(
                            tokens.next(), target.text().in(locale), part instanceof ScreenPart.Field))
                    .toList();
            targets.addAll(own);
            parts.add(part(part, own));
        }
        return new RehearsalView.Screen(
                screen.frame() == RehearsalScreen.Frame.PHONE ? "phone" : "browser",
                screen.title().in(locale),
                step.task().in(locale),
                parts,
                targets);
    }

    private RehearsalView.Part part(ScreenPart part, List<RehearsalView.Target> own) {
        return switch (part) {
            case ScreenPart.Heading p -> words("heading", p.text());
            case ScreenPart.Words p -> words("text", p.text());
            case ScreenPart.Notice p -> words("notice", p.text());
            case ScreenPart.Message p -> words("message", p.text());
            case ScreenPart.Button p -> single("button", own, false);
            case ScreenPart.Link p -> single("link", own, false);
            case ScreenPart.Switch p -> single("switch", own, p.on());
            case ScreenPart.Field p -> single("field", own, false);
            case ScreenPart.Items p -> new RehearsalView.Part("list", "", "", false, own, null);
            case ScreenPart.Keypad p -> new RehearsalView.Part("keypad", "", "", false, own, null);
            case ScreenPart.Drawing p ->
                new RehearsalView.Part("picture", "", p.alt().in(locale), false, own, drawing(p, own));
        };
    }

    private RehearsalView.Part words(String kind, LocalText text) {
        return new RehearsalView.Part(kind, "", text.in(locale), false, List.of(), null);
    }

    private static RehearsalView.Part single(String kind, List<RehearsalView.Target> own, boolean on) {
        return new RehearsalView.Part(
                kind, own.getFirst().token(), own.getFirst().text(), on, List.of(), null);
    }

    private static RehearsalView.Drawing drawing(ScreenPart.Drawing picture, List<RehearsalView.Target> own) {
        List<RehearsalView.Region> regions = new ArrayList<>();
        for (ScreenPart.Region region : picture.regions()) {
            RehearsalView.Target target = own.get(regions.size());
            regions.add(new RehearsalView.Region(
                    target.token(), target.text(), region.x(), region.y(), region.width(), region.height()));
        }
        return new RehearsalView.Drawing(picture.viewBox(), new RawString(picture.svg()), regions);
    }
}
