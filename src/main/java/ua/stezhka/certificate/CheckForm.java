package ua.stezhka.certificate;

import ua.stezhka.platform.Faults;

/** The page on which a certificate's number is typed. */
public record CheckForm(String number, Faults faults) {}
