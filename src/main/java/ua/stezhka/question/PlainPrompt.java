package ua.stezhka.question;

import ua.stezhka.platform.LocalText;

/** A stored prompt in plain words, as one line of a list shows it. */
public final class PlainPrompt {
    private PlainPrompt() {}

    /**
     * @param prompt sanitised HTML as {@link QuestionDraft} has it
     * @param body   what stands under it: a text with gaps tells more than its prompt
     */
    public static LocalText of(LocalText prompt, QuestionBody body) {
        return QuestionFace.of(prompt, null, body).heading();
    }
}
