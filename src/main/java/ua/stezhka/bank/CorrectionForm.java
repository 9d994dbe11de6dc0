package ua.stezhka.bank;

import java.util.List;
import java.util.UUID;
import ua.stezhka.platform.Faults;

/** The form that corrects the key of a version. */
public record CorrectionForm(
        UUID versionId, UUID questionId, String prompt, String language, List<KeyField> fields, Faults faults) {}
