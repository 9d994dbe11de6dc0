package ua.stezhka.account;

import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a role holds: everywhere, or in one cohort, class, school, place or department.
 *
 * @param id which cohort, class …; null for everywhere only
 */
public record Scope(Kind kind, @Nullable UUID id) {
    public static final Scope EVERYWHERE = new Scope(Kind.EVERYWHERE, null);

    /** What a role can be limited to. */
    public enum Kind {
        EVERYWHERE,
        COHORT,
        CLASS,
        SCHOOL,
        PLACE,
        DEPARTMENT;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    public Scope {
        if ((kind == Kind.EVERYWHERE) != (id == null)) {
            throw new IllegalArgumentException("a scope names its thing, everywhere names none: " + kind + ' ' + id);
        }
    }

    /** One cohort, class, school, place or department. */
    public static Scope of(Kind kind, UUID id) {
        return new Scope(kind, Objects.requireNonNull(id));
    }

    /** As forms and statements name it: {@code place:<id>}, {@code everywhere}. */
    public String key() {
        return id == null ? kind.key() : kind.key() + ':' + id;
    }

    /** Whether a role granted here holds there. What lies within what (a class in its school) the asker says by naming both. */
    public boolean covers(Scope there) {
        return kind == Kind.EVERYWHERE || equals(there);
    }
}
