package ua.stezhka.certificate;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Finds out whether a file is a certificate of ours and unchanged. Only a file that is both is opened as a PDF. */
@Singleton
class FileCheck {
    static final String FOREIGN = "certificate.file_foreign";
    static final long MOST_BYTES = 2L << 20;

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private final Signers signers;

    /** Files are looked at whole: so many at once, and no more memory. */
    private final Semaphore places = new Semaphore(Runtime.getRuntime().availableProcessors());

    FileCheck(Signers signers) {
        this.signers = signers;
    }

    /** What a file is. */
    sealed interface Finding {
        /** Ours and unchanged. */
        record Genuine(CertificateNumber number) implements Finding {}

        /**
         * Anything else.
         *
         * @param code   what to say, such as {@code certificate.file_changed}
         * @param looked whether that took a look at the whole file
         */
        record Refused(String code, boolean looked) implements Finding {}
    }

    Finding check(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            return new Finding.Refused("certificate.file_too_large", false);
        }
        places.acquireUninterruptibly();
        try {
            return check(Files.readAllBytes(file));
        } finally {
            places.release();
        }
    }

    Finding check(byte[] file) {
        if (!Arrays.equals(PDF, Arrays.copyOf(file, PDF.length))) {
            return new Finding.Refused("certificate.file_no_pdf", false);
        }
        List<SignerCertificates> known = signers.known();
        Optional<SignedFile> signed = SignedFile.of(file);
        if (signed.filter(it -> known.stream().anyMatch(it::signedBy)).isPresent()) {
            return SignedPdfs.number(file)
                    .<Finding>map(Finding.Genuine::new)
                    .orElse(new Finding.Refused(FOREIGN, true));
        }
        boolean changed =
                signed.filter(it -> known.stream().anyMatch(it::names)).isPresent();
        return new Finding.Refused(changed ? "certificate.file_changed" : FOREIGN, true);
    }
}
