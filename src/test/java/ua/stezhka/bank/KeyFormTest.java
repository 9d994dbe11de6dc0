package ua.stezhka.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.LocalText;
import ua.stezhka.question.AnswerKey;
import ua.stezhka.question.QuestionBody;
import ua.stezhka.quiz.BankedVersion;

class KeyFormTest {
    private static BankedVersion version(AnswerKey key) {
        UUID id = UUID.randomUUID();
        return new BankedVersion(
                id,
                id,
                id,
                "question",
                "short-text",
                new LocalText("Що це?", null),
                key,
                new QuestionBody.ShortText(),
                "competence",
                "A1",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of());
    }

    @Test
    void a_correction_keeps_what_the_form_does_not_show() {
        Locale locale = Locale.of("uk");
        AnswerKey.Accepted accepted = new AnswerKey.Accepted(List.of("день"), List.of(), true, List.of("тінь"));
        assertThat(corrected(
                        new AnswerKey.ShortText(accepted),
                        locale,
                        "accepted-uk",
                        "день\nдоба",
                        "accepted-near",
                        "forgiven"))
                .isEqualTo(new AnswerKey.ShortText(
                        new AnswerKey.Accepted(List.of("день", "доба"), List.of(), true, List.of("тінь"))));
        assertThat(corrected(new AnswerKey.ShortText(accepted), locale, "accepted-uk", "день"))
                .as("not forgiven any more")
                .isEqualTo(new AnswerKey.ShortText(
                        new AnswerKey.Accepted(List.of("день"), List.of(), false, List.of("тінь"))));
        assertThat(corrected(
                        new AnswerKey.ShortText(accepted), locale, "accepted-uk", "день", "accepted-near", "forgiven"))
                .as("the same")
                .isNull();
        assertThat(corrected(
                        new AnswerKey.NumberEntry(BigDecimal.ONE, BigDecimal.ZERO, List.of("грн")),
                        locale,
                        "number",
                        "2",
                        "tolerance",
                        "0"))
                .isEqualTo(new AnswerKey.NumberEntry(BigDecimal.TWO, BigDecimal.ZERO, List.of("грн")));
        assertThat(corrected(new AnswerKey.MultipleChoice(Set.of("a"), Set.of("b", "c"), true), locale, "right", "b"))
                .isEqualTo(new AnswerKey.MultipleChoice(Set.of("b"), Set.of("a", "c"), true));
    }

    private static @Nullable AnswerKey corrected(AnswerKey key, Locale locale, String... form) {
        Map<String, List<String>> typed = new HashMap<>();
        for (int i = 0; i < form.length; i += 2) {
            typed.put(form[i], List.of(form[i + 1]));
        }
        return new KeyForm(version(key), locale).read(typed, new Faults(locale));
    }
}
