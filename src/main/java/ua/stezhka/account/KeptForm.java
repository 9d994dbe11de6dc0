package ua.stezhka.account;

import java.util.List;
import java.util.Map;

/**
 * A form that was sent after its session had ended.
 *
 * @param address where it was sent to
 * @param fields  what was filled in, by name
 */
record KeptForm(String address, Map<String, List<String>> fields) {}
