package ua.stezhka.quiz;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import ua.stezhka.platform.PlatformConfig;
import ua.stezhka.question.Mark;
import ua.stezhka.question.QuestionVersion;

/** What became of the answers of an attempt that people mark. */
@Singleton
class MarkedWorks {
    private final QuizVersions versions;
    private final GivenMarks marks;
    private final UploadedFiles files;
    private final PlatformConfig platform;
    private final QuizConfig config;

    MarkedWorks(
            QuizVersions versions, GivenMarks marks, UploadedFiles files, PlatformConfig platform, QuizConfig config) {
        this.versions = versions;
        this.marks = marks;
        this.files = files;
        this.platform = platform;
        this.config = config;
    }

    /** By position; nothing, and no statement, for an attempt without such answers. */
    Map<Integer, MarkedView> of(AttemptSheet sheet, Locale locale) {
        Map<Integer, MarkedView> works = new LinkedHashMap<>();
        Map<Integer, Mark> given = Map.of();
        for (AttemptSheet.Slot slot : sheet.slots()) {
            QuestionVersion question = versions.question(slot.questionVersionId());
            if (question.markedByPeople(slot.given())) {
                given = works.isEmpty() ? marks.of(sheet.id()) : given;
                works.put(
                        slot.position(),
                        MarkedView.of(
                                sheet.id(),
                                slot.position(),
                                question.rubric().orElseThrow(),
                                given.get(slot.position()),
                                files.of(sheet.id(), slot.position(), question.body(), slot.given()),
                                platform.zone(),
                                locale));
            }
        }
        return works;
    }

    /** In how many days answers are usually marked. */
    int days() {
        return config.markingDays();
    }
}
