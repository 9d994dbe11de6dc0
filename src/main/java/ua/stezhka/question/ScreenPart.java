package ua.stezhka.question;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.List;
import ua.stezhka.platform.LocalText;

/** What a screen of a rehearsal is made of. All texts are plain; ids name what can be pressed and are one on a screen. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ScreenPart.Heading.class, name = "heading"),
    @JsonSubTypes.Type(value = ScreenPart.Words.class, name = "text"),
    @JsonSubTypes.Type(value = ScreenPart.Notice.class, name = "notice"),
    @JsonSubTypes.Type(value = ScreenPart.Message.class, name = "message"),
    @JsonSubTypes.Type(value = ScreenPart.Button.class, name = "button"),
    @JsonSubTypes.Type(value = ScreenPart.Link.class, name = "link"),
    @JsonSubTypes.Type(value = ScreenPart.Switch.class, name = "switch"),
    @JsonSubTypes.Type(value = ScreenPart.Field.class, name = "field"),
    @JsonSubTypes.Type(value = ScreenPart.Items.class, name = "list"),
    @JsonSubTypes.Type(value = ScreenPart.Keypad.class, name = "keypad"),
    @JsonSubTypes.Type(value = ScreenPart.Drawing.class, name = "picture")
})
public sealed interface ScreenPart {
    record Heading(LocalText text) implements ScreenPart {}

    record Words(LocalText text) implements ScreenPart {}

    /** What the service wants to be noticed. */
    record Notice(LocalText text) implements ScreenPart {}

    /** A message that somebody sent. */
    record Message(LocalText text) implements ScreenPart {}

    record Button(String id, LocalText text) implements ScreenPart {}

    record Link(String id, LocalText text) implements ScreenPart {}

    record Switch(String id, LocalText text, boolean on) implements ScreenPart {}

    /** A field to type into; begins empty. */
    record Field(String id, LocalText text) implements ScreenPart {}

    /** Rows, each of which can be pressed. */
    record Items(List<Choice> items) implements ScreenPart {}

    /** Twelve keys; the key 5 of a keypad {@code dial} is the part {@code dial-5}, its star and hash {@code dial-star} and {@code dial-hash}. */
    record Keypad(String id) implements ScreenPart {
        private static final List<String> KEYS = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#");

        private static String named(String key) {
            return key.equals("*") ? "star" : key.equals("#") ? "hash" : key;
        }
    }

    /**
     * A picture of the course with places to press.
     *
     * @param viewBox of the picture
     * @param svg     what is inside of it, as the allow-list left it
     * @param alt     the picture in words
     */
    record Drawing(String viewBox, String svg, LocalText alt, List<Region> regions) implements ScreenPart {}

    /** A place of a picture, in units of its view box. */
    record Region(String id, LocalText text, int x, int y, int width, int height) {}

    /** What can be pressed in this part. */
    default List<Choice> targets() {
        return switch (this) {
            case Button p -> List.of(new Choice(p.id, p.text));
            case Link p -> List.of(new Choice(p.id, p.text));
            case Switch p -> List.of(new Choice(p.id, p.text));
            case Field p -> List.of(new Choice(p.id, p.text));
            case Items p -> p.items;
            case Keypad p -> {
                List<Choice> keys = new ArrayList<>();
                Keypad.KEYS.forEach(
                        key -> keys.add(new Choice(p.id + '-' + Keypad.named(key), new LocalText(key, null))));
                yield keys;
            }
            case Drawing p ->
                p.regions.stream()
                        .map(region -> new Choice(region.id, region.text))
                        .toList();
            case Heading p -> List.of();
            case Words p -> List.of();
            case Notice p -> List.of();
            case Message p -> List.of();
        };
    }
}
