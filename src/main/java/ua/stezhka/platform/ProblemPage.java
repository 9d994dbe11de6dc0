package ua.stezhka.platform;

/**
 * A page that tells why something was not done.
 *
 * @param status  the HTTP status
 * @param title   what happened, in one sentence
 * @param advice  what to do now
 * @param traceId the number to name on the hotline; the same stands in the log
 */
public record ProblemPage(int status, String title, String advice, String traceId) {}
