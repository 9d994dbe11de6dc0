-- In an attempt a press of a rehearsal is never taken back: who has seen the next screen would know what was right on the one before.
create function quiz.keeps_presses(stored jsonb, given jsonb) returns boolean language sql immutable parallel safe as $$
    select stored -> 'presses' is null
        or coalesce(
            jsonb_path_query_array(
                given, '$.presses[0 to $last]',
                jsonb_build_object('last', jsonb_array_length(stored -> 'presses') - 1)) = stored -> 'presses',
            false)
$$;
