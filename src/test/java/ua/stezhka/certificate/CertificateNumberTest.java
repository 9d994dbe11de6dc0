package ua.stezhka.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import ua.stezhka.certificate.CertificateNumber.Reading.Mistyped;
import ua.stezhka.certificate.CertificateNumber.Reading.Understood;
import ua.stezhka.certificate.CertificateNumber.Slip;

class CertificateNumberTest {
    private static final String LATIN = "ABEKMHPCTXY013";
    private static final String CYRILLIC =
            "\u0410\u0412\u0415\u041a\u041c\u041d\u0420\u0421\u0422\u0425\u0423\u041e\u0406\u0417";

    @Property
    void a_printed_number_is_read_back(@ForAll("numbers") CertificateNumber number) {
        assertThat(number.toString()).matches("([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(CertificateNumber.read(number.toString())).isEqualTo(new Understood(number));
    }

    @Property
    void case_spaces_dashes_and_the_whole_address_do_not_matter(@ForAll("numbers") CertificateNumber number) {
        Understood understood = new Understood(number);
        String printed = number.toString();
        assertThat(CertificateNumber.read(number.value())).isEqualTo(understood);
        assertThat(CertificateNumber.read(printed.toLowerCase(Locale.ROOT))).isEqualTo(understood);
        assertThat(CertificateNumber.read(" № " + printed.replace('-', ' ') + "\n"))
                .isEqualTo(understood);
        assertThat(CertificateNumber.read(printed.replace('-', '–'))).isEqualTo(understood);
        assertThat(CertificateNumber.read(printed.replace("-", "-\n"))).isEqualTo(understood);
        assertThat(CertificateNumber.read("https://stezhka.example/certificates/" + printed))
                .isEqualTo(understood);
    }

    @Property
    void look_alikes_of_both_alphabets_are_understood(@ForAll("numbers") CertificateNumber number) {
        String cyrillic = replace(number.toString(), LATIN, CYRILLIC);
        assertThat(CertificateNumber.read(cyrillic)).isEqualTo(new Understood(number));
        assertThat(CertificateNumber.read(cyrillic.toLowerCase(Locale.of("uk"))))
                .isEqualTo(new Understood(number));
        String letters = replace(number.toString(), "01V", "OLU");
        assertThat(CertificateNumber.read(letters)).isEqualTo(new Understood(number));
        assertThat(CertificateNumber.read(letters.replace('L', 'i'))).isEqualTo(new Understood(number));
    }

    @Property
    void one_wrong_character_is_noticed(
            @ForAll("numbers") CertificateNumber number,
            @ForAll @IntRange(max = 27) int place,
            @ForAll @IntRange(min = 1, max = 31) int shift) {
        char[] typed = number.value().toCharArray();
        int digit = CertificateNumber.ALPHABET.indexOf(typed[place]);
        typed[place] = CertificateNumber.ALPHABET.charAt((digit + shift) % 32);
        assertThat(CertificateNumber.read(new String(typed))).isEqualTo(new Mistyped(Slip.WRONG_CHARACTER));
    }

    @Property
    void two_characters_that_changed_places_are_noticed(
            @ForAll("numbers") CertificateNumber number,
            @ForAll @IntRange(max = 27) int one,
            @ForAll @IntRange(max = 27) int other) {
        char[] typed = number.value().toCharArray();
        char kept = typed[one];
        typed[one] = typed[other];
        typed[other] = kept;
        CertificateNumber.Reading expected =
                new String(typed).equals(number.value()) ? new Understood(number) : new Mistyped(Slip.WRONG_CHARACTER);
        assertThat(CertificateNumber.read(new String(typed))).isEqualTo(expected);
    }

    @Property
    void any_text_gets_an_answer(@ForAll String typed) {
        assertThat(CertificateNumber.read(typed)).isNotNull();
    }

    @Example
    void each_slip_has_a_name() {
        String printed = CertificateFixtures.NUMBER.toString();
        assertThat(CertificateNumber.read(" - ")).isEqualTo(new Mistyped(Slip.EMPTY));
        assertThat(CertificateNumber.read(printed.substring(1))).isEqualTo(new Mistyped(Slip.TOO_SHORT));
        assertThat(CertificateNumber.read(printed + "7")).isEqualTo(new Mistyped(Slip.TOO_LONG));
        assertThat(CertificateNumber.read(printed.substring(1) + "Щ")).isEqualTo(new Mistyped(Slip.FOREIGN_CHARACTER));
    }

    @Example
    void a_number_without_its_check_cannot_exist() {
        assertThatThrownBy(() -> new CertificateNumber("1".repeat(28))).isInstanceOf(IllegalArgumentException.class);
    }

    @Example
    void every_one_of_the_130_random_bits_varies() {
        SecureRandom random = new SecureRandom();
        Set<String> seen = new HashSet<>();
        Set<Integer> places = new HashSet<>();
        for (int i = 0; i < 2000; i++) {
            String value = CertificateNumber.next(random).value();
            seen.add(value);
            for (int place = 0; place < 26; place++) {
                places.add(place * 32 + CertificateNumber.ALPHABET.indexOf(value.charAt(place)));
            }
        }
        assertThat(seen).hasSize(2000);
        assertThat(places).hasSize(26 * 32);
    }

    @Provide
    Arbitrary<CertificateNumber> numbers() {
        return Arbitraries.longs().map(seed -> CertificateNumber.next(new Random(seed)));
    }

    private static String replace(String text, String from, String to) {
        String replaced = text;
        for (int i = 0; i < from.length(); i++) {
            replaced = replaced.replace(from.charAt(i), to.charAt(i));
        }
        return replaced;
    }
}
