package ua.stezhka.exchange;

/**
 * One mistake in the content, told so that its author can mend it.
 *
 * @param weight whether the product refuses to start, or only advises
 * @param file   path inside the content folder
 * @param line   first line of the place, counted from 1
 * @param what   what is wrong
 * @param cure   what to do
 */
public record Finding(Weight weight, String file, int line, String what, String cure) {
    /** How much a finding matters. */
    public enum Weight {
        ERROR,
        WARNING
    }

    @Override
    public String toString() {
        return file + ':' + line + ": " + (weight == Weight.ERROR ? "error" : "warning") + ": " + what + "\n    cure: "
                + cure;
    }
}
