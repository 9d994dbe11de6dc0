package ua.stezhka.exchange;

import java.util.List;
import ua.stezhka.exchange.LessonText.Named;
import ua.stezhka.exchange.LessonText.StepText;

/** A translation of a lesson is the same lesson: the same steps, questions and pictures, so that people may change languages midway. */
record TranslationRules(Findings findings) {
    static void check(LessonText main, LessonText text, Findings findings) {
        new TranslationRules(findings).check(main, text);
    }

    private void check(LessonText main, LessonText text) {
        List<String> expected = main.steps().stream().map(StepText::id).toList();
        List<String> found = text.steps().stream().map(StepText::id).toList();
        if (!expected.equals(found)) {
            int first = 0;
            while (first < Math.min(expected.size(), found.size())
                    && expected.get(first).equals(found.get(first))) {
                first++;
            }
            int place = first < found.size() ? text.steps().get(first).line() : 1;
            String next = first < expected.size() ? expected.get(first) : "no more steps";
            findings.error(
                    text.file(),
                    place,
                    "the steps are not those of " + main.file(),
                    "here should stand the step " + next);
            return;
        }
        if (text.minutes() != main.minutes()) {
            findings.error(text.file(), 1, "`minutes` differs from " + main.file(), "write minutes: " + main.minutes());
        }
        for (int i = 0; i < expected.size(); i++) {
            same(main.file(), main.steps().get(i), text.file(), text.steps().get(i));
        }
    }

    private void same(String mainFile, StepText main, String file, StepText step) {
        if (!names(main.questions()).equals(names(step.questions()))) {
            findings.error(
                    file,
                    step.line(),
                    "the step shows the questions " + names(step.questions()) + ", and " + names(main.questions())
                            + " in " + mainFile,
                    "show the same");
        }
        if (!names(main.pictures()).equals(names(step.pictures()))) {
            findings.warning(
                    file,
                    step.line(),
                    "the step shows the pictures " + names(step.pictures()) + ", and " + names(main.pictures()) + " in "
                            + mainFile,
                    "show the same");
        }
    }

    private static List<String> names(List<Named> named) {
        return named.stream().map(Named::name).toList();
    }
}
