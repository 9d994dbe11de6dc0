package ua.stezhka.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.TestPeople;
import ua.stezhka.certificate.CertificateHolders.Holder;
import ua.stezhka.platform.Languages;
import ua.stezhka.platform.Problem;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.quiz.Together;

/** One completed course is one valid certificate, however often and from wherever something is asked. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class CertificatesTest {
    private static final String ALL = "certificate.certificate where enrolment_id = ?";
    private static final String VALID = ALL + " and revoked_at is null";
    private static final String EARNED =
            "xapi.statement where registration = ? and body -> 'verb' ->> 'id' like '%/earned'";

    @Inject
    CertificateHolders holders;

    @Inject
    Certificates certificates;

    @Inject
    CertificateReader reader;

    @Inject
    CertificatePdfs pdfs;

    private final UUID administrator = UUID.fromString(
            TestPeople.learner().get("/api/v1/me").json().get("id").asText());

    private Certificate certificate(CertificateNumber number) {
        return reader.find(number).orElseThrow();
    }

    private void assertOneCertificate(Holder holder) {
        assertThat(holders.count(ALL, holder.enrolmentId())).isEqualTo(1);
        assertThat(holders.count(EARNED, holder.enrolmentId())).isEqualTo(1);
    }

    private String printed(CertificateNumber number) throws Exception {
        byte[] pdf = pdfs.print(certificate(number), Languages.UK, URI.create("https://stezhka.example/"));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper()
                    .getText(document)
                    .replaceAll("-\\s+", "-")
                    .replaceAll("\\s+", " ");
        }
    }

    @Test
    void fifty_last_steps_at_once_give_one_certificate() throws Exception {
        Holder holder = holders.begun(TestPeople.learner());
        Together.call(50, () -> {
            holders.finish(holder);
            return true;
        });
        assertOneCertificate(holder);
        assertThat(certificate(holders.number(holder)).quizPercent()).isEqualTo(CertificateHolders.PERCENT);
    }

    @Test
    void a_completion_told_fifty_times_at_once_gives_one_certificate() throws Exception {
        Holder holder = holders.begun(TestPeople.learner());
        Together.call(50, () -> {
            holders.tellCompletion(holder);
            return true;
        });
        assertOneCertificate(holder);
    }

    @Test
    void a_completion_told_again_after_the_end_gives_no_new_certificate() {
        Holder holder = holders.earned();
        certificates.revoke(holders.number(holder), administrator, "mistake");
        holders.tellCompletion(holder);
        assertThat(holders.count(ALL, holder.enrolmentId())).isEqualTo(1);
        assertThat(holders.count(VALID, holder.enrolmentId())).isZero();
    }

    @Test
    void a_guest_gets_the_certificate_together_with_a_name() {
        Holder guest = holders.earned(new TestBrowser());
        assertThat(holders.count(ALL, guest.enrolmentId())).isZero();
        String name = "Ганна Гостя " + TestPeople.suffix();
        guest.browser().post("/registration", "name", name, "password", TestPeople.PASSWORD);
        assertOneCertificate(guest);
        assertThat(certificate(holders.number(guest)).holderName()).isEqualTo(name);
    }

    @Test
    void who_completes_a_course_once_more_as_a_guest_keeps_the_one_certificate() {
        String name = "Назар Двічі " + TestPeople.suffix();
        Holder holder = holders.earned(TestPeople.register(name));
        CertificateNumber number = holders.number(holder);
        Holder guest = holders.begun(new TestBrowser(), holder.revision().slug());
        holders.finish(guest);
        assertThat(guest.browser()
                        .post("/sign-in", "login", name, "password", TestPeople.PASSWORD)
                        .status())
                .isEqualTo(303);
        assertOneCertificate(holder);
        assertThat(reader.heldBy(holder.learner().personId()))
                .extracting(Certificate::number)
                .containsExactly(number);
    }

    @Test
    void a_corrected_name_gets_a_new_certificate_in_place_of_the_old_one() throws Exception {
        Holder holder = holders.earned(TestPeople.register("Оксана Помилченко " + TestPeople.suffix()));
        CertificateNumber old = holders.number(holder);
        certificates.showName(old, holder.learner().personId(), "none");
        holder.rename("Оксана Правильна");
        assertThat(printed(old)).contains("Помилченко");
        CertificateNumber fresh = certificates.reissue(old, holder.learner().personId());
        Certificate ended = certificate(old);
        assertThat(ended.valid()).isFalse();
        assertThat(ended.reason()).isEqualTo("name");
        assertThat(ended.replacedBy()).isEqualTo(fresh).isEqualTo(holders.number(holder));
        assertThat(certificate(fresh))
                .extracting(Certificate::holderName, Certificate::quizPercent, Certificate::shownName)
                .containsExactly("Оксана Правильна", CertificateHolders.PERCENT, "none");
        assertThat(printed(fresh))
                .contains("Оксана Правильна")
                .contains(fresh.toString())
                .doesNotContain("Помилченко");
        assertThat(holders.count(EARNED, holder.enrolmentId())).isEqualTo(1);
    }

    @Test
    void fifty_reissues_at_once_give_one_new_certificate() throws Exception {
        Holder holder = holders.earned();
        CertificateNumber old = holders.number(holder);
        holder.rename("Оксана Правильна");
        List<CertificateNumber> fresh = Together.call(
                50, () -> certificates.reissue(old, holder.learner().personId()));
        assertThat(fresh).containsOnly(holders.number(holder)).doesNotContain(old);
        assertThat(holders.count(ALL, holder.enrolmentId())).isEqualTo(2);
        assertThat(certificates.reissue(old, administrator)).isEqualTo(fresh.getFirst());
    }

    @Test
    void the_same_name_needs_no_new_certificate() {
        Holder holder = holders.earned();
        CertificateNumber number = holders.number(holder);
        assertThat(certificates.reissue(number, holder.learner().personId())).isEqualTo(number);
        assertThat(certificate(number).valid()).isTrue();
        assertOneCertificate(holder);
    }

    @Test
    void fifty_revocations_at_once_end_it_once_and_the_first_reason_stays() throws Exception {
        Holder holder = holders.earned();
        CertificateNumber number = holders.number(holder);
        Together.call(50, () -> {
            certificates.revoke(number, administrator, "request");
            return true;
        });
        Certificate ended = certificate(number);
        certificates.revoke(number, holder.learner().personId(), "mistake");
        assertThat(certificate(number)).isEqualTo(ended);
        assertThat(ended.reason()).isEqualTo("request");
        assertThat(holders.count(
                        "certificate.certificate where revoked_by = ? and number = '" + number.value() + "'",
                        administrator))
                .isEqualTo(1);
    }

    @Test
    void a_revoked_certificate_is_not_issued_anew() {
        Holder holder = holders.earned();
        CertificateNumber number = holders.number(holder);
        certificates.revoke(number, administrator, "mistake");
        holder.rename("Оксана Правильна");
        assertThatThrownBy(() -> certificates.reissue(number, holder.learner().personId()))
                .isInstanceOf(Problem.Conflict.class);
        assertThat(holders.count(ALL, holder.enrolmentId())).isEqualTo(1);
    }

    @Test
    void only_the_holder_says_what_others_see_of_the_name() {
        CertificateNumber number = holders.number(holders.earned());
        assertThatThrownBy(() -> certificates.showName(number, administrator, "full"))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(certificate(number).shownName()).isEqualTo("short");
    }

    @Test
    void what_never_was_is_neither_revoked_nor_reissued() {
        assertThatThrownBy(() -> certificates.revoke(CertificateFixtures.NUMBER, administrator, "mistake"))
                .isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> certificates.reissue(CertificateFixtures.NUMBER, administrator))
                .isInstanceOf(Problem.NotFound.class);
    }
}
