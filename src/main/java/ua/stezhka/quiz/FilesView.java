package ua.stezhka.quiz;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Faults;

/**
 * The files of a question, and whether more may be sent.
 *
 * @param address   where files are sent
 * @param uploads   where scripts send them, piece by piece
 * @param known     whether the person has an account; files of strangers are not taken
 * @param most      how many files at most
 * @param megabytes how large one may be
 * @param days      how long they are kept
 * @param faults    why a file was not taken; null when nothing was sent
 */
public record FilesView(
        String address,
        String uploads,
        boolean known,
        int most,
        long megabytes,
        long bytes,
        long days,
        List<UploadedFile> files,
        @Nullable Faults faults) {

    public boolean room() {
        return files.size() < most;
    }

    /** Why the last file was not taken; empty when there is no reason. */
    public String fault() {
        return faults == null ? "" : faults.of("file");
    }

    /** What the script puts a number in the place of. */
    public String countMark() {
        return "{n}";
    }
}
