-- A storefront draft's lines change until it is placed; from then on a line is never changed again, which the trigger
-- says to every role.

create function order_line_is_fixed() returns trigger language plpgsql as $$
begin
    if exists (select from postage_order where id = old.order_id and state <> 'draft') then
        raise exception 'order % is no draft: its lines stay', old.order_id using errcode = 'check_violation';
    end if;
    return old;
end
$$;

create trigger order_line_is_fixed before delete or update on order_line
    for each row execute function order_line_is_fixed();

grant delete on order_line to stampwright_app;
