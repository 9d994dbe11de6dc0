package ua.stezhka.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/**
 * One mistake of an author, made in content that had none.
 *
 * @param place a passage of the changed file: the finding stands where it begins; after {@code last:} where it begins last
 * @param what  what the finding says
 * @param cure  what it advises
 */
record Mistake(String file, String passage, String replacement, String place, String what, String cure) {
    static Mistake mistake(String file, String passage, String replacement, String place, String what, String cure) {
        return new Mistake(file, passage, replacement, place, what, cure);
    }

    void isToldIn(Path root) {
        ContentFixture content = new ContentFixture(root).replace(file, passage, replacement);
        assertThat(content.folder().findings().errors()).anySatisfy(finding -> {
            assertThat(finding.file()).isEqualTo(file);
            assertThat(finding.line()).isEqualTo(content.line(file, place));
            assertThat(finding.what()).contains(what);
            assertThat(finding.cure()).contains(cure);
        });
    }

    @Override
    public String toString() {
        return file + ": " + what;
    }
}
