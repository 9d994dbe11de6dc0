package ua.stezhka.xapi;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What surrounded it.
 *
 * @param registration what belongs together: an enrolment or an attempt
 * @param revision     revision of the activity
 * @param language     language tag in which it happened
 */
public record Context(
        @Nullable UUID registration,
        Activities contextActivities,
        @Nullable String revision,
        @Nullable String platform,
        @Nullable String language,
        Extensions extensions) {

    public Context {
        if (language != null) {
            Rules.languageTag("context.language", language);
        }
    }

    /**
     * Activities around the one that the statement is about.
     *
     * @param parent   what it directly belongs to
     * @param grouping what it belongs to further up
     * @param category profiles and tags
     */
    public record Activities(
            List<Activity> parent, List<Activity> grouping, List<Activity> category, List<Activity> other) {
        static final Activities NONE = new Activities(List.of(), List.of(), List.of(), List.of());

        public Activities {
            parent = List.copyOf(parent);
            grouping = List.copyOf(grouping);
            category = List.copyOf(category);
            other = List.copyOf(other);
        }
    }

    public static Context of(UUID registration) {
        return new Context(registration, Activities.NONE, null, null, null, Extensions.NONE);
    }

    public static Context none() {
        return new Context(null, Activities.NONE, null, null, null, Extensions.NONE);
    }

    public Context parent(Activity... parents) {
        return with(new Activities(
                List.of(parents),
                contextActivities.grouping(),
                contextActivities.category(),
                contextActivities.other()));
    }

    public Context grouping(Activity... groups) {
        return with(new Activities(
                contextActivities.parent(), List.of(groups), contextActivities.category(), contextActivities.other()));
    }

    public Context category(Activity... categories) {
        return with(new Activities(
                contextActivities.parent(),
                contextActivities.grouping(),
                List.of(categories),
                contextActivities.other()));
    }

    public Context inLanguage(String tag) {
        return new Context(registration, contextActivities, revision, platform, tag, extensions);
    }

    /** The published revision in which it happened. */
    public Context inRevision(String published) {
        return new Context(registration, contextActivities, published, platform, language, extensions);
    }

    private Context with(Activities activities) {
        return new Context(registration, activities, revision, platform, language, extensions);
    }
}
