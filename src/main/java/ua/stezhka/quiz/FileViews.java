package ua.stezhka.quiz;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Faults;
import ua.stezhka.question.QuestionBody;

/** What the page of a question shows of files. */
@Singleton
class FileViews {
    private static final long MEGA = 1L << 20;

    private final UploadedFiles files;
    private final UploadRules rules;
    private final Visitor visitor;
    private final QuizConfig config;

    FileViews(UploadedFiles files, UploadRules rules, Visitor visitor, QuizConfig config) {
        this.files = files;
        this.rules = rules;
        this.visitor = visitor;
        this.config = config;
    }

    /** Null, and no statement, for a question of another type. */
    @Nullable
    FilesView of(AttemptSheet sheet, AttemptSheet.Slot slot, QuestionBody body, @Nullable Faults faults) {
        if (!(body instanceof QuestionBody.FileWork asked)) {
            return null;
        }
        String place = "/attempts/" + sheet.id() + "/questions/" + slot.position();
        return new FilesView(
                place + "/files",
                "/api/v1" + place + "/uploads",
                visitor.registered(),
                asked.most(),
                rules.mostBytes() / MEGA,
                rules.mostBytes(),
                config.keepFiles().toDays(),
                files.of(sheet.id(), slot.position(), body, slot.given()),
                faults);
    }
}
