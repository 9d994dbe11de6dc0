package ua.stezhka.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.time.LocalDate;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import ua.stezhka.platform.CurrentCommunity;
import ua.stezhka.platform.Languages;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.platform.VeraPdf;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class CardPdfTest {
    private static final String CODE = "DEM0-TEST-7K3B";
    private static final URI ADDRESS = URI.create("https://stezhka.khm.gov.ua/card/" + CODE);

    @Inject
    CardPdf pdfs;

    @Inject
    CurrentCommunity community;

    private byte[] print(String name, @Nullable String pin, Locale language) {
        return pdfs.print(new CardSheet(
                CODE,
                name,
                pin,
                ADDRESS,
                community.get(),
                LocalDate.of(2026, 11, 25),
                "25 листопада 2028 року",
                language));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ян",
                "Ганна Іванівна",
                "Ґалаґан Їжакевич-Щасний Єгор’євич",
                "Єлизавета-Катерина Володимирівна Нечипоренко-Красногородська-Добровольська",
                "Αλέξανδρος & <Іван>"
            })
    void is_archival_accessible_and_one_page_of_a6_whatever_the_name(String name) throws Exception {
        byte[] pdf = print(name, "482 915", Languages.UK);
        assertThat(VeraPdf.findings(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
        assertThat(VeraPdf.findings(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(297f, 298f);
            assertThat(document.getPage(0).getMediaBox().getHeight()).isBetween(419f, 420f);
        }
        assertThat(text(pdf).replace("- ", "-")).contains(name);
    }

    @Test
    void says_the_code_where_to_go_whom_to_call_and_the_pin_to_tear_off() throws Exception {
        assertThat(text(print("Ганна Іванівна", "482 915", Languages.UK)))
                .contains(CODE)
                .contains("stezhka.khm.gov.ua/card")
                .contains(community.get().hotline())
                .contains("Відірвіть і тримайте окремо від картки")
                .contains("PIN: 482 915");
        assertThat(text(print("Hanna", "482 915", Languages.EN))).contains("Tear off and keep apart from the card");
    }

    @Test
    void without_the_pin_there_is_no_strip() throws Exception {
        assertThat(text(print("Ганна Іванівна", null, Languages.UK))).doesNotContain("482", "Відірвіть");
    }

    @Test
    void its_qr_code_brings_the_code_and_never_the_pin() throws Exception {
        try (PDDocument document = Loader.loadPDF(print("Ганна Іванівна", "482 915", Languages.UK))) {
            BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, 200);
            int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            var bitmap = new BinaryBitmap(
                    new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)));
            assertThat(new QRCodeReader().decode(bitmap).getText())
                    .isEqualTo(ADDRESS.toString())
                    .doesNotContain("482");
        }
    }

    private static String text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]+", " ");
        }
    }
}
