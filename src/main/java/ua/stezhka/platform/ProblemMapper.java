package ua.stezhka.platform;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells a problem to whoever asked: a friendly page to people, {@code application/problem+json} to programs. */
class ProblemMapper {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
    private static final MediaType PROBLEM_JSON = new MediaType("application", "problem+json", "UTF-8");
    private static final Duration UNTIL_DATABASE_IS_BACK = Duration.ofSeconds(2);
    private final Frame frame;
    private final UriInfo uri;
    private final HttpHeaders headers;

    ProblemMapper(Frame frame, UriInfo uri, HttpHeaders headers) {
        this.frame = frame;
        this.uri = uri;
        this.headers = headers;
    }

    @CheckedTemplate(basePath = "platform")
    static class Templates {
        static native TemplateInstance problem(ProblemPage page);
    }

    @ServerExceptionMapper
    public Response tell(Problem problem) {
        Response.ResponseBuilder response = body(problem.status(), problem.code(), problem);
        if (problem instanceof Problem.TooMany tooMany) {
            retryAfter(response, tooMany.retryAfter());
        } else if (problem instanceof Problem.Busy busy) {
            retryAfter(response, busy.retryAfter());
        }
        return response.build();
    }

    @ServerExceptionMapper
    public Response tell(WebApplicationException refused) {
        int status = refused.getResponse().getStatus();
        if (status < 400) {
            return refused.getResponse();
        }
        String code = status == 404 ? "not_found" : status >= 500 ? "failed" : "refused_" + status;
        if (Texts.find(frame.locale(), "problem." + code) == null) {
            code = "refused";
        }
        return body(status, code, null).build();
    }

    @ServerExceptionMapper
    public Response tell(Throwable failure) {
        Optional<String> away = DatabaseAway.reason(failure);
        if (away.isPresent()) {
            LOG.warnf("the database cannot be asked, %s waits: %s", uri.getPath(), away.get());
            return tell(Problem.away(UNTIL_DATABASE_IS_BACK));
        }
        if (failure instanceof ClosedChannelException) {
            LOG.debugf("who asked is gone: %s", uri.getPath());
        } else {
            LOG.errorf(failure, "request failed: %s", uri.getPath());
        }
        return body(500, "failed", null).build();
    }

    private static void retryAfter(Response.ResponseBuilder response, Duration wait) {
        response.header(HttpHeaders.RETRY_AFTER, Math.max(1, wait.toSeconds()));
    }

    private Response.ResponseBuilder body(int status, String code, @org.jspecify.annotations.Nullable Problem problem) {
        Response.ResponseBuilder response = Response.status(status);
        if (wantsPage()) {
            ProblemPage page = new ProblemPage(status, text(code), advice(status, code), frame.getTraceId());
            return response.type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .entity(Templates.problem(page).render());
        }
        return response.type(PROBLEM_JSON).entity(json(status, code, problem));
    }

    /** What to do now: some problems know better than their status. */
    private String advice(int status, String code) {
        String own = Texts.find(frame.locale(), "problem.cure_" + code.replace('.', '_'));
        return own == null ? Texts.get(frame.locale(), "problem.advice_" + adviceOf(status)) : own;
    }

    private static String adviceOf(int status) {
        return switch (status) {
            case 401, 403, 404, 409, 429, 503 -> Integer.toString(status);
            default -> status >= 500 ? "500" : "400";
        };
    }

    private boolean wantsPage() {
        String path = uri.getPath();
        if (path.startsWith("/api/") || path.startsWith("/xapi/")) {
            return false;
        }
        List<String> accept = headers.getRequestHeader(HttpHeaders.ACCEPT);
        return accept.isEmpty() || !accept.getFirst().startsWith(MediaType.APPLICATION_JSON);
    }

    private Map<String, Object> json(int status, String code, @org.jspecify.annotations.Nullable Problem problem) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", "about:blank");
        json.put("title", text(code));
        json.put("status", status);
        json.put("code", code);
        json.put("traceId", frame.getTraceId());
        if (problem instanceof Problem.Invalid invalid) {
            json.put("errors", invalid.faults().stream().map(this::fault).toList());
        }
        if (problem != null) {
            json.putAll(problem.details());
        }
        return json;
    }

    private Map<String, String> fault(Problem.FieldFault fault) {
        return Map.of("field", fault.field(), "code", fault.code(), "message", text(fault.code()));
    }

    private String text(String code) {
        Locale locale = frame.locale();
        String found = Texts.find(locale, "problem." + code.replace('.', '_'));
        return found == null ? Texts.get(locale, "problem.refused") : found;
    }
}
