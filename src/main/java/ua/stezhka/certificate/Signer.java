package ua.stezhka.certificate;

import java.security.PrivateKey;

/** Who signs the files of certificates. */
record Signer(PrivateKey key, SignerCertificates certificates) {}
