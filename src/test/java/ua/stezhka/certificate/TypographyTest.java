package ua.stezhka.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.Languages;

class TypographyTest {
    @Test
    void quotation_marks_follow_the_language() {
        assertThat(Typography.quoted("Послуги «Дії» вдома", Languages.UK)).isEqualTo("«Послуги „Дії“ вдома»");
        assertThat(Typography.quoted("The “Diia” app", Languages.EN)).isEqualTo("“The ‘Diia’ app”");
    }

    @Test
    void short_words_hold_on_to_the_next_and_dashes_to_the_last() {
        assertThat(Typography.held("Безпека в інтернеті й на роботі — для всіх"))
                .isEqualTo("Безпека в\u00a0інтернеті й\u00a0на\u00a0роботі\u00a0— для всіх");
        assertThat(Typography.held("З’єднання із сайтом")).isEqualTo("З’єднання із\u00a0сайтом");
    }

    @Test
    void a_name_is_composed_and_on_one_line() {
        assertThat(Typography.tidy(" Юрій\u0007 \n Кізий ")).isEqualTo("Юрій Кізий");
        assertThat(Typography.tidy("Їжак")).isEqualTo("Їжак");
    }

    @Test
    void lines_are_as_large_and_as_even_as_the_place_allows() {
        List<FittedLines.Step> steps = List.of(new FittedLines.Step(20, 1), new FittedLines.Step(10, 2));
        assertThat(FittedLines.fit("один", 100, steps, String::length)).isEqualTo(new FittedLines(20, List.of("один")));
        assertThat(FittedLines.fit("один два три ок", 100, steps, String::length))
                .isEqualTo(new FittedLines(10, List.of("один два", "три ок")));
        assertThat(FittedLines.fit("а".repeat(400), 100, steps, String::length).lines())
                .hasSize(1);
    }
}
