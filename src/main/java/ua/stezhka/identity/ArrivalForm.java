package ua.stezhka.identity;

import ua.stezhka.platform.Faults;

/**
 * What somebody sees who came from another service and has no account here yet.
 *
 * @param name   what stands in the field: as the service told it, or as it was typed
 * @param joinTo the name of the account that is open in this browser; empty for none
 */
public record ArrivalForm(String name, String joinTo, Faults faults) {}
