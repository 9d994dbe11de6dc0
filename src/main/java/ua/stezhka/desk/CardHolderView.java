package ua.stezhka.desk;

/**
 * What who came in by a card sees.
 *
 * @param name     what the person is called
 * @param unclaimed whether there is no account yet
 */
public record CardHolderView(String name, boolean unclaimed) {
    /** What the script puts the number of waiting answers in the place of. */
    public String countMark() {
        return "{n}";
    }
}
