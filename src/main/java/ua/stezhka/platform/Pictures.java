package ua.stezhka.platform;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;

/** Puts drawings into pages: in the page itself, so that their colours follow the theme. */
public final class Pictures {
    private Pictures() {}

    @CheckedTemplate(basePath = "platform")
    static class Templates {
        static native TemplateInstance figure(String viewBox, RawString body, String alt);

        static native TemplateInstance decoration(String viewBox, RawString body);
    }

    /** A picture that tells something; {@code alt} says it in words. */
    public static String figure(Picture picture, String alt) {
        return Templates.figure(picture.viewBox(), new RawString(picture.body()), alt)
                .render()
                .strip();
    }

    /** A picture that only pleases: not there for those who listen to the page. */
    public static String decoration(Picture picture) {
        return Templates.decoration(picture.viewBox(), new RawString(picture.body()))
                .render()
                .strip();
    }
}
