package ua.stezhka.platform;

import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * The allow-list of HTML that authors' texts may become: text structure and links, no script, style, form, identifier or
 * name. Cleaning twice gives the same as cleaning once.
 */
public final class SafeHtml {
    private static final int MOST_PASSES = 10;
    private static final Pattern ADDRESS =
            Pattern.compile("https://[^\\s]+|tel:\\+?[0-9]{2,15}|/(?:[a-z0-9][a-z0-9/-]*)?");
    private static final Pattern ALIGNMENT = Pattern.compile("left|center|right");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "p", "br", "hr", "strong", "em", "code", "pre", "blockquote", "ul", "ol", "li", "h2", "h3", "h4")
            .allowElements("table", "thead", "tbody", "tr", "th", "td")
            .allowAttributes("start")
            .matching(NUMBER)
            .onElements("ol")
            .allowAttributes("align")
            .matching(ALIGNMENT)
            .onElements("th", "td")
            .allowAttributes("scope")
            .matching(Pattern.compile("col"))
            .onElements("th")
            .allowElements("a")
            .allowUrlProtocols("https", "tel")
            .allowAttributes("href")
            .matching(ADDRESS)
            .onElements("a")
            .requireRelsOnLinks("noopener")
            .toFactory();

    private SafeHtml() {}

    /** The part of this HTML that is on the allow-list. */
    public static String clean(String html) {
        String before = html;
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            String after = pass(before);
            if (after.equals(before)) {
                return after;
            }
            before = after;
        }
        return "";
    }

    /** Mending badly nested HTML may leave something to mend, so one pass is not always the last. */
    private static String pass(String html) {
        // The library parts two opening braces by a comment, for pages with templates in the browser; there are none
        // here, and
        // authors mark gaps with them.
        return POLICY.sanitize(html).replace("{<!-- -->{", "{{");
    }

    /** Whether a link may lead there: another site by https, a telephone number, a page of Stezhka. */
    public static boolean mayLinkTo(String address) {
        return ADDRESS.matcher(address).matches();
    }
}
