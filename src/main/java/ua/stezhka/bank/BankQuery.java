package ua.stezhka.bank;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/**
 * The filter as an address says it.
 *
 * @param reported {@code yes} for questions with an open report only
 */
public record BankQuery(
        @QueryParam("find") @DefaultValue("") String find,
        @QueryParam("course") @DefaultValue("") String course,
        @QueryParam("competence") @DefaultValue("") String competence,
        @QueryParam("level") @DefaultValue("") String level,
        @QueryParam("type") @DefaultValue("") String type,
        @QueryParam("state") @DefaultValue("") String state,
        @QueryParam("audience") @DefaultValue("") String audience,
        @QueryParam("reported") @DefaultValue("") String reported) {

    BankFilter filter() {
        return new BankFilter(find, course, competence, level, type, state, audience, reported.equals("yes"));
    }
}
