package ua.stezhka.certificate;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.List;
import ua.stezhka.account.DataArchive;
import ua.stezhka.account.PersonTable;
import ua.stezhka.account.PersonalData;
import ua.stezhka.account.Subject;

/** Certificates of a person. When the person is erased, each stays as a proof without a name, or is revoked: the holder decides. */
@Singleton
@Priority(50)
class CertificateData implements PersonalData {
    private final CertificateReader reader;
    private final CertificatePdfs pdfs;

    CertificateData(CertificateReader reader, CertificatePdfs pdfs) {
        this.reader = reader;
        this.pdfs = pdfs;
    }

    @Override
    public List<PersonTable> tables() {
        return List.of(PersonTable.of(
                "certificate.certificate",
                "certificate.archiveCertificates",
                """
                select c.number, c.holder_name, r.title as course, c.quiz_percent, c.issued_at, c.shown_name, c.revoked_at,
                       c.revocation_reason, n.number as replaced_by
                from certificate.certificate c join course.revision r on r.id = c.revision_id
                left join certificate.certificate n on n.id = c.replaced_by
                where c.person_id in (<people>) order by c.issued_at""",
                "update certificate.certificate set revoked_by = null where revoked_by in (<people>)",
                """
                update certificate.certificate
                set person_id = null, enrolment_id = null, holder_name = '—', shown_name = 'none',
                    revoked_at = case when :keep then revoked_at else coalesce(revoked_at, :now) end,
                    revocation_reason = case when :keep then revocation_reason else coalesce(revocation_reason, 'request') end
                where person_id in (<people>)"""));
    }

    @Override
    public void addFiles(Subject subject, DataArchive archive) {
        subject.people().stream()
                .flatMap(person -> reader.heldBy(person).stream())
                .filter(Certificate::valid)
                .forEach(certificate -> archive.file(
                        "certificate",
                        certificate.number() + ".pdf",
                        pdfs.print(certificate, archive.locale(), archive.site()),
                        "certificate.archivePdf"));
    }
}
