package ua.stezhka.desk;

import java.util.UUID;

/**
 * A computer that many people use.
 *
 * @param place    where it stands, in the words of who marked it; may be empty
 * @param markedAt day and time of the mark, in words of the page
 */
public record SharedComputer(UUID id, String place, String markedAt) {}
