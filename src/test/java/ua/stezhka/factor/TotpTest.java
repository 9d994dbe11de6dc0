package ua.stezhka.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes as RFC 6238 has them. */
class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:10Z");

    /** Source: RFC 6238, appendix B, the lines of SHA-1. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void codes_are_those_of_the_standard(long second, String code) {
        long step = Totp.step(Instant.ofEpochSecond(second));
        assertThat(Totp.code(SECRET, step, 8)).isEqualTo(code);
        assertThat(Totp.code(SECRET, step, 6)).isEqualTo(code.substring(2));
    }

    /** Source: RFC 4648, 10. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void a_secret_is_written_in_base32(String bytes, String text) {
        assertThat(Totp.base32(bytes.getBytes(StandardCharsets.US_ASCII))).isEqualTo(text);
    }

    @Test
    void a_secret_that_begins_with_zeros_keeps_its_length() {
        assertThat(Totp.base32(new byte[Totp.SECRET_BYTES])).isEqualTo("A".repeat(32));
    }

    @ParameterizedTest
    @CsvSource({"-2, false", "-1, true", "0, true", "1, true", "2, false"})
    void a_code_of_the_step_before_or_after_is_taken_and_no_other(long away, boolean taken) {
        String code = Totp.code(SECRET, Totp.step(NOW) + away, Totp.DIGITS);
        assertThat(Totp.match(SECRET, code, NOW, 0).isPresent()).isEqualTo(taken);
    }

    @Test
    void a_code_not_later_than_the_last_one_is_worth_nothing() {
        long now = Totp.step(NOW);
        String code = Totp.code(SECRET, now, Totp.DIGITS);
        assertThat(Totp.match(SECRET, code, NOW, now - 1)).hasValue(now);
        assertThat(Totp.match(SECRET, code, NOW, now)).isEmpty();
    }

    @Test
    void an_application_is_told_everything_it_needs() {
        assertThat(Totp.uri(SECRET, "Стежка", "Олена Приклад"))
                .isEqualTo("otpauth://totp/%D0%A1%D1%82%D0%B5%D0%B6%D0%BA%D0%B0:"
                        + "%D0%9E%D0%BB%D0%B5%D0%BD%D0%B0%20%D0%9F%D1%80%D0%B8%D0%BA%D0%BB%D0%B0%D0%B4"
                        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%D0%A1%D1%82%D0%B5%D0%B6%D0%BA%D0%B0"
                        + "&algorithm=SHA1&digits=6&period=30");
    }
}
