package ua.stezhka.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CookiesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a=1|1",
                "b=2; a=1|1",
                "a=1; a=2|1",
                "ab=3; a=1; b=2|1",
                "a=x=y&z=1|x=y&z=1",
                "a=\"1\"|1",
                "b ; a=1|1",
                ";;a=1|1",
            })
    void the_first_cookie_of_the_name_counts(String header, String value) {
        assertThat(Cookies.value(header, "a")).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"b=2", "ab=1", "a", "b=a=1", "''", ";", "A=1"})
    void other_cookies_do_not_count(String header) {
        assertThat(Cookies.value(header, "a")).isNull();
    }

    @Test
    void an_empty_value_is_a_value() {
        assertThat(Cookies.value("a=; b=2", "a")).isEmpty();
    }
}
