package ua.stezhka.course;

import io.quarkus.qute.RawString;
import java.util.List;

/**
 * The catalogue as one page shows it.
 *
 * @param filtered   whether something was asked for
 * @param detailed   whether more than an audience was asked for
 * @param areas      areas that some course teaches; like bands and durations they begin with the choice of any
 * @param audiences  audiences that some course is for
 * @param bands      how much one can do already
 * @param durations  how long
 * @param frameworks the frameworks that the courses follow
 */
public record CatalogueView(
        boolean filtered,
        boolean detailed,
        List<Choice> areas,
        List<Choice> audiences,
        List<Choice> bands,
        List<Choice> durations,
        List<Link> frameworks,
        List<Card> cards) {

    /**
     * One chip of a filter.
     *
     * @param value what is asked for; empty for anything
     * @param label the word on the chip where the content gives it; other chips have theirs from the texts
     */
    public record Choice(String value, String label, boolean chosen) {
        /** What distinguishes the chip within its filter. */
        public String id() {
            return value.isEmpty() ? "any" : value;
        }
    }

    public record Link(String id, String name) {}

    /**
     * One course.
     *
     * @param language the language that its title and summary are in
     */
    public record Card(
            String slug,
            String title,
            String summary,
            String language,
            RawString picture,
            String band,
            List<String> audience,
            int lessons,
            int minutes) {}
}
