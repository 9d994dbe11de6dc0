package ua.stezhka.question;

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
    void a_letter_that_many_phones_hide_may_be_typed_as_its_neighbour() {
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

    private static boolean near(String typed, String accepted, String... wrong) {
        return Wording.accepts(new AnswerKey.Accepted(List.of(accepted), List.of(), true, List.of(wrong)), typed);
    }

    @Test
    void a_slip_is_forgiven_in_words_of_five_letters_and_two_in_words_of_ten() {
        assertThat(near("пороль", "пароль")).isTrue();
        assertThat(near("паролль", "пароль")).isTrue();
        assertThat(near("порол", "пароль")).isFalse();
        assertThat(near("кат", "кіт")).isFalse();
        assertThat(near("акамулятар", "акумулятор")).isTrue();
        assertThat(near("окамулятар", "акумулятор")).isFalse();
        assertThat(near("", "пароль")).isFalse();
    }

    @Test
    void what_is_as_near_to_a_wrong_wording_is_no_slip() {
        assertThat(near("лікер", "лікар", "лікер")).isFalse();
        assertThat(near("лікер", "лікар")).isTrue();
        // One letter from each of the two: nobody knows which was meant.
        assertThat(near("лікір", "лікар", "лікер")).isFalse();
        assertThat(near("лікоар", "лікар", "лікер")).isTrue();
    }

    @Test
    void another_digit_is_never_a_slip() {
        assertThat(near("windows 10", "windows 11")).isFalse();
        assertThat(near("windws 11", "windows 11")).isTrue();
    }

    @Test
    void a_slip_and_a_foreign_keyboard_may_meet() {
        assertThat(near("Пopoль", "пароль")).isTrue();
        assertThat(near("комп*ютар", "комп’ютер")).isTrue();
    }

    @Test
    void marks_that_are_typed_for_an_apostrophe_are_taken_for_one() {
        for (String typed : List.of("об*єкт", "об\"єкт", "обʻєкт", "об❜єкт", "об-єкт", "ОБ′ЄКТ")) {
            assertThat(Wording.same(typed, "об’єкт")).as(typed).isTrue();
        }
    }

    @Test
    void every_latin_letter_that_looks_cyrillic_is_taken_as_meant() {
        assertThat(Wording.same("ABCEHIKMOPTXY", "АВСЕНІКМОРТХУ")).isTrue();
        assertThat(Wording.same("aceiopxy", "асеіорху")).isTrue();
    }

    @Test
    void a_unit_is_known_in_all_its_forms_and_no_other_is() {
        List<String> units = List.of("годин", "ГБ", "hours");
        for (String typed : List.of("5", "5 годин", "5 години", "5 година", "5 ГБ", "5гб", "5 hours", "5 hour", "5.")) {
            assertThat(Wording.number(typed, units)).as(typed).isPresent();
        }
        for (String typed : List.of("5 хвилин", "5 МБ", "5 гривень", "5 год і 3 хв")) {
            assertThat(Wording.number(typed, units)).as(typed).isEmpty();
        }
        assertThat(Wording.number("5 гігабіт", List.of("гігабайт"))).isEmpty();
    }

    @Property
    void what_is_accepted_strictly_is_accepted_kindly(@ForAll String text) {
        AnswerKey.Accepted strict = new AnswerKey.Accepted(List.of("закладка"), List.of("bookmark"));
        AnswerKey.Accepted kind =
                new AnswerKey.Accepted(strict.uk(), strict.en(), true, List.of("накладка", "закладка"));
        assertThat(Wording.accepts(strict, "закладка")).isTrue();
        assertThat(Wording.accepts(kind, "закладка")).isTrue();
        assertThat(!Wording.accepts(strict, text) || Wording.accepts(kind, text))
                .isTrue();
    }
}
