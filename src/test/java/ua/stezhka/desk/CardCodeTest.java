package ua.stezhka.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Languages;

class CardCodeTest {
    private final Random random = new Random(7);

    @Test
    void has_more_than_fifty_random_bits() {
        double bits = (CardCode.LENGTH - 1) * Math.log(CardCode.ALPHABET.length()) / Math.log(2);
        assertThat(bits).isGreaterThan(54);
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            codes.add(CardCode.next(random).value());
        }
        assertThat(codes).hasSize(10_000);
    }

    @Test
    void is_read_whatever_the_case_hyphens_keyboard_and_address() {
        CardCode code = CardCode.read("DEM0-TEST-7K3B").orElseThrow();
        assertThat(CardCode.read("dem0test7k3b")).contains(code);
        assertThat(CardCode.read(" dеmо–tеsт 7к3в ".replace("d", "D"))).contains(code);
        assertThat(CardCode.read("https://stezhka.example/card/DEM0-TEST-7K3B")).contains(code);
        assertThat(code).hasToString("DEM0-TEST-7K3B");
    }

    @Test
    void a_two_that_was_read_as_z_stays_a_two() {
        for (int i = 0; i < 200; i++) {
            CardCode code = CardCode.next(random);
            assertThat(CardCode.read(code.value().replace('2', 'Z').replace('0', 'O')))
                    .contains(code);
        }
    }

    @Test
    void one_wrong_character_or_two_that_changed_places_are_noticed() {
        for (int tries = 0; tries < 100; tries++) {
            String right = CardCode.next(random).value();
            for (int i = 0; i < right.length(); i++) {
                for (char other : CardCode.ALPHABET.toCharArray()) {
                    if (other != right.charAt(i)) {
                        assertThat(CardCode.read(right.substring(0, i) + other + right.substring(i + 1)))
                                .isEmpty();
                    }
                }
                for (int j = i + 1; j < right.length(); j++) {
                    if (right.charAt(i) != right.charAt(j)) {
                        char[] swapped = right.toCharArray();
                        swapped[i] = right.charAt(j);
                        swapped[j] = right.charAt(i);
                        assertThat(CardCode.read(new String(swapped))).isEmpty();
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123", "1234567", "12ab", "0000", "112211", "1234", "987654", "1951", "2024"})
    void pins_that_everybody_tries_first_are_refused(String pin) {
        Faults faults = new Faults(Languages.UK);
        Pin.check("pin", pin, faults);
        assertThat(faults.has("pin")).isTrue();
    }

    @Test
    void a_pin_that_is_made_is_one_that_is_taken() {
        for (int i = 0; i < 1000; i++) {
            Faults faults = new Faults(Languages.UK);
            String pin = Pin.next(random);
            Pin.check("pin", pin, faults);
            assertThat(faults.isEmpty()).as(pin).isTrue();
            assertThat(pin).hasSize(6);
        }
    }
}
