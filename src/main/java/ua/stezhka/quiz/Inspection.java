package ua.stezhka.quiz;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import ua.stezhka.question.FileKind;

/**
 * Looks at a file that somebody sent: what it is, its first bytes and its inside tell, never its name; what nobody asked for is
 * taken out of pictures. Source: ASVS 5.0, 5.2.
 */
final class Inspection {
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private Inspection() {}

    /**
     * What a file is.
     *
     * @param ending how its name shall end
     * @param bytes  what is kept of it
     */
    record Found(FileKind kind, String mediaType, String ending, byte[] bytes) {}

    /** A file that cannot be taken. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final String code;

        Refused(String code) {
            super(code, null, false, false);
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /** @throws Refused with the code of the reason */
    static Found of(byte[] file) throws Refused {
        if (starts(file, JPEG)) {
            return new Found(FileKind.PICTURE, "image/jpeg", "jpg", Photograph.jpeg(file));
        }
        if (starts(file, PNG)) {
            return new Found(FileKind.PICTURE, "image/png", "png", Photograph.png(file));
        }
        if (starts(file, PDF)) {
            return new Found(FileKind.PDF, "application/pdf", "pdf", file);
        }
        if (starts(file, ZIP)) {
            OfficeArchive.Format format = OfficeArchive.format(file);
            return new Found(FileKind.DOCUMENT, format.mediaType(), format.ending(), file);
        }
        if (isText(file)) {
            return new Found(FileKind.DOCUMENT, "text/plain;charset=UTF-8", "txt", file);
        }
        throw new Refused("quiz.file_unknown");
    }

    private static boolean starts(byte[] file, byte[] beginning) {
        return file.length > beginning.length
                && ByteBuffer.wrap(file, 0, beginning.length).equals(ByteBuffer.wrap(beginning));
    }

    /** Text that is no page, picture or program: nothing that begins like markup or a script. */
    private static boolean isText(byte[] file) {
        return decoded(file)
                .map(text -> text.codePoints().noneMatch(Inspection::neverTyped) && !beginsLikeMarkup(text))
                .orElse(false);
    }

    private static Optional<String> decoded(byte[] file) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString());
        } catch (CharacterCodingException noText) {
            return Optional.empty();
        }
    }

    private static boolean neverTyped(int character) {
        return character < ' ' && "\t\n\r\f".indexOf(character) < 0 || character == 0x7F;
    }

    private static boolean beginsLikeMarkup(String text) {
        String start = text.substring(0, Math.min(text.length(), 400))
                .replace("\uFEFF", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        return start.startsWith("<") || start.startsWith("#!") || start.startsWith("{\\rtf");
    }
}
