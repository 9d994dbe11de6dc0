package ua.stezhka.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2Test {
    private static final Argon2 TODAY = new Argon2(19_456, 2);

    /** These were made by another library, password4j 1.8.4: passwords that people have already go on. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "тиха вода греблю рве|$argon2id$v=19$m=19456,t=2,p=1$ktrp/+LR+mnyhBaugnuukQ$IjDxvKSYxT8Hbc9IsdkpkM/bxJw8jddUEhprfrzJ9oo",
                "🌳🌲🌴🌵🌿🍀🍁🍂|$argon2id$v=19$m=19456,t=2,p=1$cRMIoCeOFmB9ij6MnPYMXg$GAfpgWAuYsXBdwlX2IzZTKKnPeptpKip9eUT8LXTezE",
                "  пробіли по краях  |$argon2id$v=19$m=19456,t=2,p=1$8CcJ5WwNknWG/Fv2u2YmJg$k7qkcd8wVHKFrQ9i9F6IeU9TFS97oTMv59dOvg2kyLs",
                "correct horse|$argon2id$v=19$m=19456,t=2,p=1$xpcKYGMmHOGOZjm+KQJsTg$zbjyNS87xks14HIod7VbYUloDm7kfi7wYamGF4hj7Vc",
                "старий слабкий пароль|$argon2id$v=19$m=9216,t=1,p=1$p+BrXj/x5p6E/akbctivxQ$1gQhq2oiY6cifta5fagwweYBzkb7cpraF5fU5qgEFLg"
            })
    void a_hash_of_another_library_is_read(String password, String hash) {
        assertThat(Argon2.matches(password, hash)).isTrue();
        assertThat(Argon2.matches(password + "!", hash)).isFalse();
    }

    /** Tests hash at a lower cost, so nothing else would notice. Source: OWASP Password Storage Cheat Sheet. */
    @Test
    void the_product_hashes_at_the_full_cost_unless_told_otherwise() throws IOException {
        AccountConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(AccountConfig.class)
                .withSources(new PropertiesConfigSource(Path.of("src/main/resources/application.properties")
                        .toUri()
                        .toURL()))
                .withValidateUnknown(false)
                .build()
                .getConfigMapping(AccountConfig.class);

        assertThat(new Argon2(config.argon2Memory(), config.argon2Iterations())).isEqualTo(TODAY);
    }

    @Test
    void a_hash_names_its_parameters_and_can_be_made_again() {
        byte[] salt = "sixteen bytes 16".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        String hash = TODAY.hash("тиха вода", salt);
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").isEqualTo(TODAY.hash("тиха вода", salt));
        assertThat(Argon2.of(hash)).isEqualTo(TODAY);
        assertThat(TODAY.hash("тиха вода", "another salt 016".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isNotEqualTo(hash);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "$argon2i$v=19$m=19456,t=2,p=1$AAAA$AAAA", "$argon2id$v=19$m=19456,t=2,p=4$AAAA$AAAA"})
    void anything_else_is_no_hash(String text) {
        assertThatThrownBy(() -> Argon2.matches("тиха вода", text)).isInstanceOf(IllegalArgumentException.class);
    }
}
