package ua.stezhka.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Firefox|COMPUTER|Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
                "Firefox|PHONE|Mozilla/5.0 (Android 14; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0",
                "Chrome|COMPUTER|Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
                "Chrome|PHONE|Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36",
                "Chrome|TABLET|Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
                "Chrome|PHONE|Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/142.0.0.0 Mobile/15E148 Safari/604.1",
                "Edge|COMPUTER|Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0",
                "Opera|COMPUTER|Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.7339.80 Safari/537.36 OPR/124.0.5705.15",
                "Samsung Internet|PHONE|Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.6723.58 Mobile Safari/537.36",
                "Safari|TABLET|Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1",
                "Safari|COMPUTER|Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15",
                "''|COMPUTER|Mozilla/5.0 (compatible; something new)",
                "''|PROGRAM|curl/8.9.1",
                "''|PROGRAM|Java-http-client/25"
            })
    void a_browser_is_recognised_as_its_owner_would_call_it(String browser, Device.Kind kind, String userAgent) {
        assertThat(Device.of(userAgent)).isEqualTo(new Device(browser, kind));
    }

    @Test
    void whoever_says_nothing_is_unknown() {
        assertThat(Device.of(null)).isEqualTo(Device.UNKNOWN);
        assertThat(Device.of(" ")).isEqualTo(Device.UNKNOWN);
    }

    @Test
    void nothing_that_a_browser_says_gets_into_the_database() {
        assertThat(Device.of("Mozilla/5.0 <script>alert(1)</script>\u001b[31m" + "x".repeat(9000)))
                .isEqualTo(new Device("", Device.Kind.COMPUTER));
    }
}
