package ua.stezhka.quiz;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.question.Answer;

/** The form of a question, filled in as a person without script fills it: tick, choose, type, press. */
final class PaperForm {
    private final TestBrowser browser;
    private final FormElement form;

    private PaperForm(TestBrowser browser, FormElement form) {
        this.browser = browser;
        this.form = form;
    }

    static PaperForm open(TestBrowser browser, String address) {
        return of(browser, browser.open(address).page());
    }

    static PaperForm of(TestBrowser browser, Document page) {
        return new PaperForm(
                browser,
                page.forms().stream()
                        .filter(form -> form.attr("action").endsWith("/response"))
                        .findFirst()
                        .orElseThrow(() ->
                                new AssertionError("no question: " + page.body().text())));
    }

    String type() {
        return form.attr("data-type");
    }

    int revision() {
        return Integer.parseInt(form.attr("data-revision"));
    }

    Element form() {
        return form;
    }

    PaperForm tick(String name, String value) {
        Element wanted = form.select("input[name=" + name + "]").stream()
                .filter(input -> input.attr("value").equals(value))
                .findFirst()
                .orElseThrow();
        if (wanted.attr("type").equals("radio")) {
            form.select("input[name=" + name + "]").removeAttr("checked");
        }
        wanted.attr("checked", true);
        return this;
    }

    PaperForm untick(String name) {
        form.select("input[name=" + name + "]").removeAttr("checked");
        return this;
    }

    PaperForm type(String name, String value) {
        form.select("input[name=" + name + "]").attr("value", value);
        return this;
    }

    PaperForm choose(String name, String value) {
        Element select = form.selectFirst("select[name=" + name + "]");
        select.select("option").removeAttr("selected");
        select.select("option[value=" + value + "]").attr("selected", "");
        return this;
    }

    /** Answers with the tokens of an answer. */
    PaperForm answer(Answer answer) {
        switch (answer) {
            case Answer.SingleChoice a -> tick("option", a.option());
            case Answer.MultipleChoice a -> a.options().forEach(option -> tick("options", option));
            case Answer.TrueFalse a -> tick("value", Boolean.toString(a.value()));
            case Answer.ShortText a -> type("text", a.text());
            case Answer.NumberEntry a -> type("text", a.text());
            case Answer.Matching a -> a.pairs().forEach((left, right) -> choose("pair-" + left, right));
            case Answer.Ordering a -> {
                for (int i = 0; i < a.order().size(); i++) {
                    choose("place-" + a.order().get(i), Integer.toString(i + 1));
                }
            }
            case Answer.Categorise a -> a.groups().forEach((item, group) -> tick("group-" + item, group));
            case Answer.Hotspot a -> a.regions().forEach(region -> tick("regions", region));
            case Answer.Gaps a ->
                a.gaps().forEach((gap, filling) -> {
                    if (form.selectFirst("select[name=gap-" + gap + "]") != null) {
                        choose("gap-" + gap, filling);
                    } else {
                        type("gap-" + gap, filling);
                    }
                });
            case Answer.Rehearsal a -> throw new IllegalArgumentException("each press of a rehearsal sends its form");
            case Answer.FreeText a -> form.select("textarea[name=text]").val(a.text());
            case Answer.FileWork a -> {}
        }
        return this;
    }

    /** What the form sends when a button of this name and value is pressed. */
    TestBrowser.Answer press(String name, String value) {
        return send(encode(name) + '=' + encode(value));
    }

    TestBrowser.Answer press(String go) {
        return send(go.isEmpty() ? "" : "go=" + go);
    }

    private TestBrowser.Answer send(String button) {
        String body = form.formData().stream()
                .map(field -> encode(field.key()) + '=' + encode(field.value()))
                .collect(Collectors.joining("&"));
        return browser.send(
                "POST",
                form.attr("action"),
                BodyPublishers.ofString(button.isEmpty() ? body : body + '&' + button),
                "application/x-www-form-urlencoded");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
