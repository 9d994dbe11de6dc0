package ua.stezhka.platform;

import com.openhtmltopdf.css.extend.StylesheetFactory;
import com.openhtmltopdf.css.sheet.StylesheetInfo;
import com.openhtmltopdf.simple.extend.XhtmlNamespaceHandler;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;

/**
 * The style sheet of one kind of printed page, parsed once, in the place of the renderer's own: a browser's two hundred rules would be
 * tried on each element of each page.
 */
final class PdfStyles extends XhtmlNamespaceHandler {
    private final String name;
    private final String css;
    private volatile @Nullable StylesheetInfo parsed;

    PdfStyles(String name, String css) {
        this.name = name;
        this.css = css;
    }

    @Override
    public StylesheetInfo getDefaultStylesheet(StylesheetFactory factory) {
        StylesheetInfo known = parsed;
        if (known == null) {
            known = new StylesheetInfo();
            known.setUri("classpath:" + name);
            known.setOrigin(StylesheetInfo.USER_AGENT);
            known.setMedia("all");
            known.setType("text/css");
            known.setStylesheet(factory.parse(new StringReader(css), known));
            parsed = known;
        }
        return known;
    }
}
