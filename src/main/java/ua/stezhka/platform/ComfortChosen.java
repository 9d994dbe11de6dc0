package ua.stezhka.platform;

/** Whoever sends this request has chosen how pages look. Observed at once by who keeps it with the person. */
public record ComfortChosen(Comfort comfort) {}
