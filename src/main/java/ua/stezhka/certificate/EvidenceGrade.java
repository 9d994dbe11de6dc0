package ua.stezhka.certificate;

/** How it is known that the holder did the work: stands on the face of the certificate. The name in lower case is the key of its texts. */
public enum EvidenceGrade {
    /** Lessons and quiz were done online, unsupervised. */
    SELF_PACED
}
