package ua.stezhka.xapi;

/**
 * What the rights of a person mean for the record store. Records are counted for ever, so an erased person's stay as facts about
 * nobody: a new actor whom no table names, new identifiers, the day instead of the time, no answers, no tie to an attempt. Neither a
 * certificate nor an audit entry nor an older export leads to them any more (ADR 0012).
 */
public final class ActorStatements {
    /** Selects the statements of {@code <actors>}. */
    public static final String EXPORT = """
            select id, occurred_at, verb, activity, body from xapi.statement
            where actor_id in (<actors>) order by occurred_at, id""";

    /** Parts the statements of {@code <actors>} from them for good. */
    public static final String UNLINK = """
            with nobody as materialized (select gen_random_uuid() as id),
            old as (
                delete from xapi.statement where actor_id in (<actors>)
                returning occurred_at, stored_at, verb, activity, body, gen_random_uuid() as id)
            insert into xapi.statement (actor_id, id, stored_at, occurred_at, verb, activity, registration, body)
            select nobody.id, old.id, date_trunc('day', old.stored_at, 'UTC'), date_trunc('day', old.occurred_at, 'UTC'), old.verb, old.activity, null,
                   (old.body #- '{result,response}' #- '{result,duration}' #- '{result,extensions}' #- '{context,registration}'
                        #- '{context,extensions}' #- '{stored}')
                   || jsonb_build_object(
                       'id', old.id::text,
                       'timestamp', to_char(date_trunc('day', old.occurred_at, 'UTC') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                       'actor', jsonb_set(old.body -> 'actor', '{account,name}', to_jsonb(nobody.id::text)))
            from old cross join nobody""";

    private ActorStatements() {}
}
