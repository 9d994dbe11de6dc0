package ua.stezhka.exchange;

import java.util.List;
import ua.stezhka.course.Block;

/**
 * One lesson in one language, as its file says it.
 *
 * @param minutes usual time
 */
record LessonText(String file, String title, int minutes, List<StepText> steps) {
    int words() {
        return steps.stream().mapToInt(StepText::words).sum();
    }

    /**
     * One step.
     *
     * @param line      the line of its heading
     * @param questions the check questions that it shows: a step may have one
     * @param pictures  the pictures that it shows
     * @param words     words to read, without the question
     */
    record StepText(
            String id,
            String title,
            int line,
            List<Block> blocks,
            List<Named> questions,
            List<Named> pictures,
            int words) {}

    /** Something that the text names, and where. */
    record Named(String name, int line) {}
}
