package ua.stezhka.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WordingTest {
    @Test
    void apostrophes_of_every_keyboard_are_the_same_and_may_be_missing() {
        for (String typed : List.of("комп'ютер", "комп’ютер", "компʼютер", "комп`ютер", "комп´ютер", "компютер")) {
            assertThat(Wording.same(typed, "комп’ютер")).as(typed).isTrue();
        }
    }

    @Test
    void case_spaces_quotes_and_a_last_full_stop_do_not_matter() {
        for (String typed :
                List.of("  Службова  Записка", "СЛУЖБОВА ЗАПИСКА", "«службова записка».", "службова\u00a0записка")) {
            assertThat(Wording.same(typed, "службова записка")).as(typed).isTrue();
        }
    }

    @Test
    void latin_letters_that_look_cyrillic_are_taken_as_meant() {
        assertThat(Wording.same("Cтeжкa", "стежка")).isTrue();
        assertThat(Wording.same("MAMA", "мама")).isTrue();
        assertThat(Wording.same("iнтернет", "інтернет")).isTrue();
        assertThat(Wording.same("ïжак", "їжак")).isTrue();
    }

    @Test
    void latin_words_stay_what_they_are() {
        assertThat(Wording.same("HTTPS", "https")).isTrue();
        assertThat(Wording.same("wi fi", "Wi-Fi")).isTrue();
        assertThat(Wording.same("Wi–Fi", "wifi")).isTrue();
        assertThat(Wording.same("http", "https")).isFalse();
    }

    @Test
    void stress_marks_and_unseen_characters_do_not_matter() {
        assertThat(Wording.same("за\u0301мок", "замок")).isTrue();
        assertThat(Wording.same("па\u00adроль\u200b", "пароль")).isTrue();
    }

    @Test
    void letters_that_differ_make_another_word() {
        assertThat(Wording.same("кіт", "кит")).isFalse();
        assertThat(Wording.same("їжа", "іжа")).isFalse();
        assertThat(Wording.same("край", "краи")).isFalse();
        assertThat(Wording.same("", "")).isFalse();
        assertThat(Wording.same("—", "пароль")).isFalse();
    }

    @Test
    void ґ_may_be_typed_as_г() {
        assertThat(Wording.same("гаджет", "ґаджет")).isTrue();
    }

    @Test
    void numbers_are_read_as_people_write_them() {
        assertThat(Wording.number("1 000 000"))
                .hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo("1000000"));
        assertThat(Wording.number("112")).hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo("112"));
        assertThat(Wording.number(" 2,5 ГБ "))
                .hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo("2.5"));
        assertThat(Wording.number("−3.0")).hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo("-3"));
        assertThat(Wording.number("50%")).hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo("50"));
        assertThat(Wording.number("8 символів"))
                .hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo("8"));
    }

    @Test
    void what_is_not_one_number_is_none() {
        for (String typed : List.of("", "сто", "1 або 2", "1,2,3", "5-6", "1".repeat(61), "1e5")) {
            assertThat(Wording.number(typed)).as(typed).isEmpty();
        }
    }

    @Property
    void what_does_not_matter_is_taken_away_at_once(@ForAll String text) {
        assertThat(Wording.skeleton(Wording.skeleton(text))).isEqualTo(Wording.skeleton(text));
    }
}
