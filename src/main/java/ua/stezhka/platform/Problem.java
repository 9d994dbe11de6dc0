package ua.stezhka.platform;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Why a request was not carried out, told to the person as a friendly page and to programs as
 * {@code application/problem+json} (RFC 9457). The code is the key of the message: {@code quiz.attempt_closed} is the text
 * {@code problem.quiz_attempt_closed}.
 */
public abstract sealed class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    private Problem(int status, String code) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** More members of the JSON answer. */
    public Map<String, Object> details() {
        return Map.of();
    }

    /** Nothing here, or nothing of this person: the two look the same. */
    public static Problem notFound() {
        return new NotFound("not_found");
    }

    /** The same, where all who come here with something out of date are told what to do. */
    public static Problem notFound(String code) {
        return new NotFound(code);
    }

    /** Who asks must first be known. */
    public static Problem unauthenticated() {
        return new Unauthenticated();
    }

    public static Problem forbidden() {
        return new Forbidden("forbidden");
    }

    public static Problem forbidden(String code) {
        return new Forbidden(code);
    }

    /** The thing is in a state that does not allow this. */
    public static Problem conflict(String code) {
        return new Conflict(code, Map.of());
    }

    public static Problem conflict(String code, Map<String, Object> details) {
        return new Conflict(code, details);
    }

    /** Input that cannot be taken; each fault names its field. */
    public static Problem invalid(FieldFault... faults) {
        return new Invalid(List.of(faults));
    }

    public static Problem tooMany(Duration retryAfter) {
        return new TooMany(retryAfter);
    }

    /** The product cannot do this just now. */
    public static Problem busy(Duration retryAfter) {
        return new Busy("busy", retryAfter);
    }

    /** The database cannot be asked just now; what was wanted is not done, or it is not known whether it is. */
    public static Problem away(Duration retryAfter) {
        return new Busy("away", retryAfter);
    }

    /**
     * One fault of one field.
     *
     * @param field the name of the form field or JSON member
     * @param code  the key of the message, such as {@code account.password_too_short}
     */
    public record FieldFault(String field, String code) {}

    public static final class NotFound extends Problem {
        private static final long serialVersionUID = 1L;

        private NotFound(String code) {
            super(404, code);
        }
    }

    public static final class Unauthenticated extends Problem {
        private static final long serialVersionUID = 1L;

        private Unauthenticated() {
            super(401, "unauthenticated");
        }
    }

    public static final class Forbidden extends Problem {
        private static final long serialVersionUID = 1L;

        private Forbidden(String code) {
            super(403, code);
        }
    }

    public static final class Conflict extends Problem {
        private static final long serialVersionUID = 1L;

        private final transient Map<String, Object> details;

        private Conflict(String code, Map<String, Object> details) {
            super(409, code);
            this.details = details;
        }

        @Override
        public Map<String, Object> details() {
            return details;
        }
    }

    public static final class Invalid extends Problem {
        private static final long serialVersionUID = 1L;

        private final transient List<FieldFault> faults;

        private Invalid(List<FieldFault> faults) {
            super(422, "invalid");
            this.faults = faults;
        }

        public List<FieldFault> faults() {
            return faults;
        }
    }

    public static final class TooMany extends Problem {
        private static final long serialVersionUID = 1L;

        private final Duration retryAfter;

        private TooMany(Duration retryAfter) {
            super(429, "too_many");
            this.retryAfter = retryAfter;
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }

    public static final class Busy extends Problem {
        private static final long serialVersionUID = 1L;

        private final Duration retryAfter;

        private Busy(String code, Duration retryAfter) {
            super(503, code);
            this.retryAfter = retryAfter;
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }
}
