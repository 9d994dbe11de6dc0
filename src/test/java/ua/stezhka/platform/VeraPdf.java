package ua.stezhka.platform;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** The judgement of veraPDF. */
public final class VeraPdf {
    private VeraPdf() {}

    /** What veraPDF finds wrong: clause, test, place and reason; empty when the file is compliant. */
    public static List<String> findings(byte[] pdf, PDFAFlavour flavour) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            List<String> findings = result.getTestAssertions().stream()
                    .filter(a -> a.getStatus() == TestAssertion.Status.FAILED)
                    .map(VeraPdf::line)
                    .toList();
            if (result.getTotalAssertions() == 0 || result.isCompliant() != findings.isEmpty()) {
                throw new VeraPDFException("veraPDF contradicts itself: " + findings);
            }
            return findings;
        }
    }

    private static String line(TestAssertion failed) {
        return failed.getRuleId().getClause() + "-" + failed.getRuleId().getTestNumber() + " at "
                + failed.getLocation().getContext() + ": " + failed.getMessage();
    }
}
