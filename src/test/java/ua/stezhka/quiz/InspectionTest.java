package ua.stezhka.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.stezhka.question.FileKind;
import ua.stezhka.question.Written;

/** What a file is, its content says; what hides in it is refused or taken out. */
class InspectionTest {
    static byte[] picture(String format, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    /** A photograph with a place in its Exif block, taken with the camera turned. */
    static byte[] photograph() throws IOException {
        byte[] plain = picture("jpeg", 60, 40);
        ByteBuffer exif = ByteBuffer.allocate(80);
        exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(8)
                .putShort((short) 1);
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6)
                .putShort((short) 0);
        exif.putInt(0).put("GPS 49.42N 26.98E".getBytes(StandardCharsets.US_ASCII));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(plain, 0, 2);
        bytes.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, 82});
        bytes.writeBytes(exif.array());
        bytes.write(plain, 2, plain.length - 2);
        return bytes.toByteArray();
    }

    static byte[] zip(Object... namesAndContents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                Object content = namesAndContents[i + 1];
                zip.write(
                        content instanceof byte[] raw ? raw : content.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static String refused(byte[] file) {
        return catchThrowableOfType(Inspection.Refused.class, () -> Inspection.of(file))
                .code();
    }

    @Test
    void nothing_of_place_and_camera_is_left_in_a_photograph_and_it_stands_upright() throws Exception {
        byte[] sent = photograph();
        assertThat(new String(sent, StandardCharsets.ISO_8859_1)).contains("GPS 49.42N");

        Inspection.Found found = Inspection.of(sent);

        assertThat(found.kind()).isEqualTo(FileKind.PICTURE);
        assertThat(new String(found.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("GPS", "Exif");
        BufferedImage kept = ImageIO.read(new ByteArrayInputStream(found.bytes()));
        assertThat(kept.getWidth()).isEqualTo(40);
        assertThat(kept.getHeight()).isEqualTo(60);
        assertThat(new Color(kept.getRGB(20, 5)).getRed())
                .as("what was left is above")
                .isGreaterThan(200);
        assertThat(new Color(kept.getRGB(20, 55)).getRed()).isLessThan(60);
    }

    @Test
    void a_picture_that_is_a_script_too_is_only_a_picture_afterwards() throws Exception {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(picture("png", 20, 20));
        both.writeBytes("<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII));

        Inspection.Found found = Inspection.of(both.toByteArray());

        assertThat(new String(found.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("script");
    }

    @Test
    void a_huge_picture_becomes_smaller_and_a_monstrous_one_is_refused_before_it_is_drawn() throws Exception {
        Inspection.Found large = Inspection.of(picture("png", 5000, 100));
        assertThat(ImageIO.read(new ByteArrayInputStream(large.bytes())).getWidth())
                .isLessThanOrEqualTo(Photograph.LARGEST_SIDE);

        byte[] monster = picture("png", 10, 10);
        ByteBuffer head = ByteBuffer.wrap(monster);
        head.putInt(16, 30_000).putInt(20, 30_000);
        CRC32 sum = new CRC32();
        sum.update(monster, 12, 17);
        head.putInt(29, (int) sum.getValue());
        assertThat(refused(monster)).isEqualTo("quiz.picture_too_large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!doctype html><script>alert(1)</script>",
                "  \uFEFF<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>",
                "#!/bin/sh\nrm -rf /",
                "MZ\u0000\u0001binary",
                "\u0000",
                "GIF89a/*\u0001*/"
            })
    void pages_scripts_and_programs_are_refused_whatever_they_are_called(String content) {
        assertThat(refused(content.getBytes(StandardCharsets.UTF_8))).isEqualTo("quiz.file_unknown");
    }

    @Test
    void documents_are_known_by_what_is_inside() throws Exception {
        assertThat(Inspection.of("Добрий день!\nЦе текст.".getBytes(StandardCharsets.UTF_8))
                        .ending())
                .isEqualTo("txt");
        assertThat(Inspection.of(zip("[Content_Types].xml", "<Types/>", "word/document.xml", "<w/>"))
                        .ending())
                .isEqualTo("docx");
        assertThat(Inspection.of(zip("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<o/>"))
                        .ending())
                .isEqualTo("odt");
        assertThat(Inspection.of("%PDF-1.7 …".getBytes(StandardCharsets.UTF_8)).kind())
                .isEqualTo(FileKind.PDF);
        assertThat(refused(zip("classes.jar", "x"))).isEqualTo("quiz.file_unknown");
        assertThat(refused(zip("[Content_Types].xml", "<Types/>", "word/document.xml", "", "word/vbaProject.bin", "x")))
                .isEqualTo("quiz.file_with_programs");
        assertThat(refused(zip("../../etc/passwd", "x"))).isEqualTo("quiz.file_broken");
    }

    @Test
    void a_document_that_unfolds_into_a_monster_is_refused_at_once() throws Exception {
        byte[] bomb = zip("[Content_Types].xml", "<Types/>", "word/document.xml", new byte[120 << 20]);
        assertThat(bomb.length).isLessThan(200_000);
        Assertions.assertTimeout(
                Duration.ofSeconds(5), () -> assertThat(refused(bomb)).isEqualTo("quiz.file_unfolds"));
        Object[] many = new Object[2 * 2100];
        for (int i = 0; i < many.length; i += 2) {
            many[i] = "part" + i;
            many[i + 1] = "";
        }
        assertThat(refused(zip(many))).isEqualTo("quiz.file_broken");
    }

    @Test
    void a_broken_file_of_any_kind_is_refused_and_never_an_error() throws Exception {
        byte[] jpeg = photograph();
        byte[] docx = zip("[Content_Types].xml", "<Types/>", "word/document.xml", "<w/>".repeat(500));
        for (byte[] whole : new byte[][] {jpeg, picture("png", 50, 50), docx}) {
            for (int cut = 1; cut < whole.length; cut += 7) {
                byte[] broken = java.util.Arrays.copyOf(whole, cut);
                try {
                    Inspection.of(broken);
                } catch (Inspection.Refused refused) {
                    assertThat(refused.code()).startsWith("quiz.");
                }
            }
        }
    }

    @Test
    void a_name_keeps_its_letters_and_nothing_else() {
        assertThat(FileLabel.of("C:\\Мої документи\\Звіт за рік.docx", "docx")).isEqualTo("Звіт за рік.docx");
        assertThat(FileLabel.of("../../../etc/passwd", "txt")).isEqualTo("passwd.txt");
        assertThat(FileLabel.of("evil\u202Egnp.exe", "png")).isEqualTo("evilgnp.png");
        assertThat(FileLabel.of("a\r\nSet-Cookie: x=1.pdf", "pdf")).doesNotContain("\n", "\r", ":");
        assertThat(FileLabel.of("\"><script>alert(1)</script>.png", "png")).doesNotContain("<", "\"");
        assertThat(FileLabel.of("", "txt")).isEqualTo("file.txt");
        assertThat(FileLabel.of("...", "txt")).isEqualTo("file.txt");
        assertThat(FileLabel.clean("я".repeat(500) + ".pdf")).hasSizeLessThanOrEqualTo(100);
        assertThat(FileLabel.disposition("Звіт «я».pdf"))
                .isEqualTo(
                        "attachment; filename=\"____ ___.pdf\"; filename*=UTF-8''%D0%97%D0%B2%D1%96%D1%82%20%C2%AB%D1%8F%C2%BB.pdf");
    }

    @Test
    void words_are_counted_as_people_count() {
        assertThat(Written.words("П’ять слів — це будь-хто скаже!")).isEqualTo(5);
        assertThat(Written.words(" \n ")).isZero();
        assertThat(Written.words("о 14:05")).isEqualTo(3);
    }
}
