package ua.stezhka.styleguide;

import io.quarkus.qute.RawString;

/** A component in one state. */
record Specimen(String state, RawString html) {}
