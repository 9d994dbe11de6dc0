package ua.stezhka.privacy;

import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Faults;

/**
 * The page on which a person asks to be erased, or takes that back.
 *
 * @param asked        the open request, or null
 * @param waitDays     how long the person can take it back
 * @param certificates what shall become of certificates: keep, revoke or empty
 * @param saved        whether the request was just taken back
 */
public record ErasureView(
        DataView.@Nullable RequestRow asked,
        long waitDays,
        boolean askPassword,
        String certificates,
        boolean saved,
        Faults faults) {}
