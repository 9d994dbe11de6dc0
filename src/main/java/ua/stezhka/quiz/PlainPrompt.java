package ua.stezhka.quiz;

import ua.stezhka.platform.LocalText;

/** A stored prompt in plain words, as one line of a list shows it. */
public final class PlainPrompt {
    private PlainPrompt() {}

    /** @param prompt sanitised HTML as {@link QuestionDraft} has it */
    public static LocalText of(LocalText prompt) {
        return QuestionFace.of(prompt, null, new QuestionBody.TrueFalse()).plain();
    }
}
