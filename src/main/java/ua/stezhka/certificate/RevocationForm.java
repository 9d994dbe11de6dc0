package ua.stezhka.certificate;

import ua.stezhka.platform.Faults;

/** The page on which an administrator revokes a certificate. */
public record RevocationForm(CertificateList.Row certificate, Faults faults) {}
