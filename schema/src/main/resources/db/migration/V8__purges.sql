-- What nobody asks for any more is deleted, in pages. Each function names the age below which its rows stay. They run as the
-- tables' owner, because the application may delete none of these rows at any other time.

-- A draft has no price yet; no order that was placed is in this index.
create index postage_order_drafts on postage_order (placed_at) where total is null;

create function purge_drafts(at_most integer) returns integer language plpgsql security definer
    set search_path = public, pg_temp as $$
declare
    old uuid[];
begin
    select array_agg(id) into old from (
        select id from postage_order
         where total is null and state = 'draft' and placed_at < now() - interval '30 days'
         order by placed_at limit at_most for update skip locked) page;
    delete from order_line where order_id = any(old);
    delete from postage_order where id = any(old);
    return coalesce(array_length(old, 1), 0);
end
$$;

create index print_ticket_expired on print_ticket (expires_at);

create function purge_tickets(at_most integer) returns integer language plpgsql security definer
    set search_path = public, pg_temp as $$
declare
    gone integer;
begin
    delete from print_ticket where token_hash in (
        select token_hash from print_ticket
         where expires_at < now() - interval '90 days'
         order by expires_at limit at_most for update skip locked);
    get diagnostics gone = row_count;
    return gone;
end
$$;

create index failed_attempt_old on failed_attempt (at);

create function purge_failed_attempts(at_most integer) returns integer language plpgsql security definer
    set search_path = public, pg_temp as $$
declare
    gone integer;
begin
    delete from failed_attempt where id in (
        select id from failed_attempt
         where at < now() - interval '1 day'
         order by at limit at_most for update skip locked);
    get diagnostics gone = row_count;
    return gone;
end
$$;

-- The newest complete run of each kind stays: its checkpoint, its findings and its age are asked for.
create function purge_audit_runs(at_most integer) returns integer language plpgsql security definer
    set search_path = public, pg_temp as $$
declare
    old bigint[];
begin
    select array_agg(id) into old from (
        select id from audit_run
         where finished_at < now() - interval '90 days'
           and id not in (select max(id) from audit_run where aborted_because is null group by kind)
         order by id limit at_most for update skip locked) page;
    delete from audit_finding where run_id = any(old);
    delete from audit_run where id = any(old);
    return coalesce(array_length(old, 1), 0);
end
$$;

revoke execute on function purge_drafts, purge_tickets, purge_failed_attempts, purge_audit_runs from public;
grant execute on function purge_drafts, purge_tickets, purge_failed_attempts, purge_audit_runs to stampwright_app;
