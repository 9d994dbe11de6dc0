package ua.stezhka.quiz;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import ua.stezhka.question.FileKind;
import ua.stezhka.question.Given;
import ua.stezhka.question.Marks;
import ua.stezhka.question.PictureSpots;
import ua.stezhka.question.QuestionBody;
import ua.stezhka.question.QuestionFace;
import ua.stezhka.question.QuestionVersion;
import ua.stezhka.question.QuestionView;
import ua.stezhka.question.RehearsalView;

/**
 * An attempt for programs: everything that is needed to answer, nothing of the key.
 *
 * @param serverTime  the clock that counts
 * @param deadline    null when there is no limit
 * @param submittedAt null while it is open
 */
public record AttemptState(
        UUID id,
        String course,
        Instant startedAt,
        @Nullable Instant submittedAt,
        @Nullable Instant deadline,
        Instant serverTime,
        List<Asked> questions) {

    /**
     * A question of the attempt.
     *
     * @param prompt   safe HTML
     * @param text     of gaps: safe HTML with a mark {@code {{1}}} for each gap
     * @param parts    lists of things to choose by name: {@code options}, {@code left}, {@code right}, {@code items},
     *                 {@code gap-1}, {@code categories}, {@code regions}
     * @param viewBox  of regions: the box of the picture, in whose units their outlines are
     * @param choose   how many regions are asked for
     * @param work     null for questions that the product grades
     * @param state    answered, cleared, unknown; null when it was never answered
     * @param revision 0 when it was never answered
     * @param answer   as it was saved
     * @param rehearsal where a rehearsal stands, null for other types
     */
    public record Asked(
            int position,
            String type,
            String prompt,
            @Nullable String picture,
            @Nullable String text,
            @Nullable String unit,
            @Nullable String viewBox,
            @Nullable Integer choose,
            Map<String, List<Part>> parts,
            @Nullable Work work,
            @Nullable String state,
            int revision,
            @Nullable Instant savedAt,
            boolean flagged,

            @JsonRawValue @Schema(implementation = Object.class) @Nullable
            String answer,

            @Nullable Rehearsal rehearsal) {}

    /**
     * Where a rehearsal stands; every press is saved as an answer of its own, with the ones before it, and is never taken back.
     *
     * @param step  the step that is open, from 1, as it is named in {@code answer.presses}
     * @param task  what to do, null when all steps are over
     * @param parts what can be pressed on the screen; a press on a part that is typed into has a text
     */
    public record Rehearsal(
            int step,
            int steps,
            @Nullable String screen,
            @Nullable String task,
            List<Target> parts) {}

    /** What can be pressed, by its token. */
    public record Target(String token, String text, boolean typed) {}

    /** What is asked for when people mark the answer: words from least to most, or so many files of these kinds. */
    public record Work(int least, int most, List<String> kinds) {
        static @Nullable Work of(QuestionBody body) {
            return switch (body) {
                case QuestionBody.FreeText b -> new Work(b.leastWords(), b.mostWords(), List.of());
                case QuestionBody.FileWork b ->
                    new Work(0, b.most(), b.kinds().stream().map(FileKind::word).toList());
                default -> null;
            };
        }
    }

    /** Something to choose, by its token; {@code outline} is the path data of a region. */
    public record Part(String token, String text, @Nullable String outline) {
        Part(String token, String text) {
            this(token, text, null);
        }
    }

    static AttemptState of(
            AttemptSheet sheet, Function<UUID, QuestionVersion> questions, Instant serverTime, Locale locale) {
        return new AttemptState(
                sheet.id(),
                sheet.quiz().course(),
                sheet.startedAt(),
                sheet.submittedAt(),
                sheet.deadline(),
                serverTime,
                sheet.slots().stream()
                        .map(slot -> asked(
                                slot, questions.apply(slot.questionVersionId()).face(), locale))
                        .toList());
    }

    private static Asked asked(AttemptSheet.Slot slot, QuestionFace face, Locale locale) {
        Given given = slot.given();
        QuestionView view = QuestionView.of("q", face, slot.shown(), given, Marks.NONE, locale);
        return new Asked(
                slot.position(),
                face.type(),
                face.prompt().in(locale),
                face.picture() == null ? null : face.picture().in(locale),
                view.pieces().isEmpty() ? null : text(view),
                view.unit().isEmpty() ? null : view.unit(),
                view.spots() == null ? null : view.spots().viewBox(),
                view.spots() == null ? null : view.spots().choose(),
                parts(view),
                Work.of(face.body()),
                given == null ? null : given.state().word(),
                slot.revision(),
                slot.savedAt(),
                slot.flagged(),
                given == null ? null : given.json(),
                rehearsal(view.rehearsal()));
    }

    private static @Nullable Rehearsal rehearsal(@Nullable RehearsalView view) {
        if (view == null) {
            return null;
        }
        RehearsalView.Screen screen = view.screen();
        return new Rehearsal(
                view.step(),
                view.steps(),
                screen == null ? null : screen.title(),
                screen == null ? null : screen.task(),
                screen == null
                        ? List.of()
                        : screen.targets().stream()
                                .map(target -> new Target(target.token(), target.text(), target.typed()))
                                .toList());
    }

    private static String text(QuestionView view) {
        StringBuilder text = new StringBuilder();
        view.pieces()
                .forEach(piece -> text.append(
                        piece.gap() == null ? piece.html() : "{{" + piece.gap().token() + "}}"));
        return text.toString();
    }

    private static Map<String, List<Part>> parts(QuestionView view) {
        Map<String, List<Part>> parts = new LinkedHashMap<>();
        PictureSpots spots = view.spots();
        if (spots != null) {
            parts.put("regions", regions(view.options(), spots));
        } else if (!view.options().isEmpty()) {
            parts.put("options", parts(view.options()));
        }
        if (!view.pairs().isEmpty()) {
            List<Part> left = new ArrayList<>();
            view.pairs().forEach(pair -> left.add(new Part(pair.token(), pair.label())));
            parts.put(view.grouped() ? "items" : "left", left);
            parts.put(
                    view.grouped() ? "categories" : "right",
                    parts(view.pairs().getFirst().sides()));
        }
        if (!view.items().isEmpty()) {
            parts.put(
                    "items",
                    view.items().stream()
                            .map(item -> new Part(item.token(), item.label()))
                            .sorted(java.util.Comparator.comparing(Part::token))
                            .toList());
        }
        view.pieces().stream()
                .map(QuestionView.Piece::gap)
                .filter(gap -> gap != null && !gap.options().isEmpty())
                .forEach(gap -> parts.put("gap-" + gap.token(), parts(gap.options())));
        return parts;
    }

    private static List<Part> regions(List<QuestionView.Option> options, PictureSpots spots) {
        return options.stream()
                .map(option -> new Part(option.token(), option.label(), spots.outline(option.token())))
                .toList();
    }

    private static List<Part> parts(List<QuestionView.Option> options) {
        return options.stream()
                .map(option -> new Part(option.token(), option.label()))
                .toList();
    }
}
