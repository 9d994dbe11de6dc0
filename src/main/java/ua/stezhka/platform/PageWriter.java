package ua.stezhka.platform;

import io.quarkus.qute.TemplateInstance;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/** Draws a page into bytes: what {@link KeptParts} keep is copied as it is, only the rest is encoded anew. */
public final class PageWriter implements Consumer<String> {
    private static final int USUAL_PAGE = 48 * 1024;

    private byte[] page = new byte[USUAL_PAGE];
    private int length;

    private PageWriter() {}

    /** The page in UTF-8. The template may ask for nothing that is not there yet: it is drawn on this thread. */
    public static byte[] draw(TemplateInstance page) {
        PageWriter writer = new PageWriter();
        page.consume(writer).toCompletableFuture().join();
        return Arrays.copyOf(writer.page, writer.length);
    }

    @Override
    public void accept(String text) {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    void write(byte[] utf8) {
        if (length + utf8.length > page.length) {
            page = Arrays.copyOf(page, Math.max(2 * page.length, length + utf8.length));
        }
        System.arraycopy(utf8, 0, page, length, utf8.length);
        length += utf8.length;
    }
}
