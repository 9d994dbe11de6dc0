package ua.stezhka.platform;

/** What people read here is other than before: courses, or the community's card. */
public record ContentChanged() {}
