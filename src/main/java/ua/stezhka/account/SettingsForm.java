package ua.stezhka.account;

import ua.stezhka.platform.Faults;

/**
 * What the settings page shows.
 *
 * @param name  the person's name, as on certificates
 * @param saved which part was just saved: name, password or empty
 */
public record SettingsForm(String name, String saved, Faults faults) {
    /** What the script puts the number of waiting answers in the place of. */
    public String countMark() {
        return "{n}";
    }
}
