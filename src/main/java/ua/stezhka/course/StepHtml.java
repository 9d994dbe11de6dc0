package ua.stezhka.course;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Languages;
import ua.stezhka.platform.LocalText;
import ua.stezhka.platform.Picture;
import ua.stezhka.platform.Pictures;
import ua.stezhka.platform.SafeHtml;

/** Draws steps: text as it is, notes and pictures by their templates. Everything stored passes the allow-lists once more. */
final class StepHtml {
    private final Map<String, Picture> pictures;

    StepHtml(Map<String, Picture> pictures) {
        this.pictures = pictures;
    }

    @CheckedTemplate(basePath = "course")
    static class Templates {
        static native TemplateInstance note(String kind, RawString body);
    }

    LocalText draw(CourseDraft.Body body) {
        return new LocalText(draw(body.uk(), Languages.UK), body.en() == null ? null : draw(body.en(), Languages.EN));
    }

    private String draw(List<Block> blocks, Locale language) {
        return blocks.stream().map(block -> draw(block, language)).collect(Collectors.joining("\n"));
    }

    private String draw(Block block, Locale language) {
        return switch (block.kind()) {
            case TEXT -> SafeHtml.clean(block.content());
            case PICTURE -> figure(pictures.get(block.picture()), block.content());
            case TRY, TIP, REMEMBER, CALM ->
                Templates.note(
                                block.kind().name().toLowerCase(Locale.ROOT),
                                new RawString(SafeHtml.clean(block.content())))
                        .setLocale(language)
                        .render()
                        .strip();
        };
    }

    private static String figure(@Nullable Picture picture, String alt) {
        return picture == null ? "" : Pictures.figure(picture, alt);
    }
}
