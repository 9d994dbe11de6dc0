package ua.stezhka.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import ua.stezhka.platform.Languages;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.platform.VeraPdf;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class CertificatePdfTest {
    @Inject
    CertificatePdf pdfs;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ян Чу",
                "Олена Петрівна Коваль",
                "Ґалаґан Їжакевич-Щасний Єгор’євич",
                "Єлизавета-Катерина Володимирівна Нечипоренко-Красногородська-Добровольська",
                "Αλέξανδρος & <Іван>"
            })
    void is_archival_and_accessible_whatever_the_name(String holder) throws Exception {
        byte[] pdf = pdfs.print(CertificateFixtures.ukrainian(holder));
        assertThat(VeraPdf.findings(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
        assertThat(VeraPdf.findings(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        assertThat(text(pdf)).contains(holder);
    }

    @Test
    void is_archival_and_accessible_in_english() throws Exception {
        byte[] pdf = pdfs.print(CertificateFixtures.english("Olena Koval"));
        assertThat(VeraPdf.findings(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
        assertThat(VeraPdf.findings(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        assertThat(text(pdf))
                .contains("Certificate awarded to Olena Koval")
                .contains("“Internet safety: scammers shall not pass”")
                .contains("8 lessons · 1 hour 20 minutes · final quiz: 92%")
                .contains("stezhka.khm.gov.ua/certificates");
    }

    @Test
    void says_everything_in_words() throws Exception {
        assertThat(text(pdfs.print(CertificateFixtures.ukrainian("Олена Петрівна Коваль"))))
                .contains("Сертифікат отримує Олена Петрівна Коваль за успішне завершення курсу")
                .contains("«Безпека в інтернеті: шахраї не пройдуть»")
                .contains("8 уроків · 1 година 20 хвилин · підсумковий тест: 92 %")
                .contains("Самостійне навчання: уроки й тест пройдено онлайн")
                .contains("Захист прав споживача від шахрайства базовий, A2")
                .contains("Хмельницька міська територіальна громада")
                .contains("23 листопада 2026 року")
                .contains(CertificateFixtures.NUMBER.toString().substring(0, 20));
    }

    @Test
    void the_judge_finds_faults_in_an_ordinary_file() throws Exception {
        try (PDDocument plain = new PDDocument()) {
            plain.addPage(new PDPage());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            plain.save(out);
            assertThat(VeraPdf.findings(out.toByteArray(), PDFAFlavour.PDFA_2_A))
                    .isNotEmpty();
            assertThat(VeraPdf.findings(out.toByteArray(), PDFAFlavour.PDFUA_1)).isNotEmpty();
        }
    }

    @Test
    void long_titles_and_many_competences_stay_on_one_page() throws Exception {
        List<CertifiedCompetence> many = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            many.add(new CertifiedCompetence(
                    "Розв’язання проблем у цифровому середовищі та навчання впродовж життя " + i / 3,
                    "Пошук і відбір даних, інформації та цифрового контенту " + i,
                    "Середній B1"));
        }
        String title = "Цифрові послуги для громадян «Дія»: від реєстрації до оформлення допомоги, довідок і звернень";
        byte[] pdf = pdfs.print(CertificateFixtures.document(
                Languages.UK, "Святослав-Володимир Олександрович Перебийніс-Загороднюк", title, many));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
        assertThat(VeraPdf.findings(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
    }

    @Test
    void text_beyond_all_measure_is_still_printed() throws Exception {
        byte[] pdf = pdfs.print(
                CertificateFixtures.document(Languages.UK, "Н".repeat(200), "Слово ".repeat(120), List.of()));
        assertThat(VeraPdf.findings(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
    }

    @Test
    void has_headings_table_link_and_picture_in_reading_order() throws Exception {
        try (PDDocument document = Loader.loadPDF(pdfs.print(CertificateFixtures.ukrainian("Олена Коваль")))) {
            List<PDStructureElement> elements = new ArrayList<>();
            collect(document.getDocumentCatalog().getStructureTreeRoot(), elements);
            List<String> types =
                    elements.stream().map(PDStructureElement::getStructureType).toList();
            assertThat(types)
                    .containsSubsequence("Document", "H1", "P", "H2", "Table", "TH", "TD", "Figure", "P", "Link");
            assertThat(types).doesNotContain("TFoot");
            assertThat(elements.stream().filter(e -> e.getStructureType().equals("Figure")))
                    .singleElement()
                    .satisfies(figure ->
                            assertThat(figure.getAlternateDescription()).startsWith("QR-код"));
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("uk");
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo("Сертифікат: «Безпека в інтернеті: шахраї не пройдуть», Олена Коваль");
            assertThat(document.getPage(0).getAnnotations()).singleElement().satisfies(link -> assertThat(
                            link.getCOSObject().getString(COSName.CONTENTS))
                    .contains(CertificateFixtures.NUMBER.toString()));
        }
    }

    @Test
    void its_code_leads_to_the_check_page() throws Exception {
        CertificateDocument certificate = CertificateFixtures.ukrainian("Олена Коваль");
        try (PDDocument document = Loader.loadPDF(pdfs.print(certificate))) {
            BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, 150);
            int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            var bitmap = new BinaryBitmap(
                    new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)));
            assertThat(new QRCodeReader().decode(bitmap).getText())
                    .isEqualTo(certificate.check().toString());
        }
    }

    @Test
    void printed_by_many_at_once_or_again_it_is_the_same_file() throws Exception {
        CertificateDocument certificate = CertificateFixtures.ukrainian("Олена Коваль");
        byte[] once = pdfs.print(certificate);
        Callable<byte[]> print = () -> pdfs.print(certificate);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var printed : threads.invokeAll(Collections.nCopies(20, print))) {
                assertThat(printed.get()).isEqualTo(once);
            }
        }
    }

    private static void collect(PDStructureNode node, List<PDStructureElement> found) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                found.add(element);
                collect(element, found);
            }
        }
    }

    /** The text as it is copied, on one line. */
    private static String text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]+", " ");
        }
    }
}
