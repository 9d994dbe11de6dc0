package ua.stezhka.factor;

import java.util.List;

/**
 * Recovery codes, shown this once.
 *
 * @param codes in groups of digits
 * @param setup whether this is the last step of setting up before anything else
 * @param next  where to go afterwards
 */
public record RecoveryCodesView(List<String> codes, boolean setup, String next) {}
