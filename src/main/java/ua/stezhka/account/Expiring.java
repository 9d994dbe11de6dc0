package ua.stezhka.account;

import java.util.List;
import java.util.Map;

/**
 * Rows that a module lets go of by itself when they have been kept long enough. Each module that has such rows has one bean of this
 * kind, with a {@code @Priority}: the higher one runs first, so that nothing points to a row that is gone.
 */
public interface Expiring {
    /**
     * The statements of each rule, in their order; {@code :before} is the moment up to which rows go. The last statement’s count is
     * what the rule did.
     */
    Map<String, List<String>> leftovers();
}
