-- A purchase changes its rows in place: no index follows a state, no row that all purchases share is locked, and the
-- lease of an order travels with its steps.

-- The instance that advances the order. Its steps extend the lease, so a purchase writes no row for the lease alone.
alter table postage_order add driver_id bigint;
alter table postage_order drop column lease_holder;
-- Since when the card company holds the amount; an older hold is asked about again before a debit.
alter table postage_order add held_at timestamptz;

-- Placed and not settled. A generated column keeps the partial index out of the updates between its two changes.
alter table postage_order add unfinished boolean not null generated always as
    (state in ('placed', 'requires-action', 'held', 'claimed', 'franked', 'signed', 'receipted', 'captured')) stored;
drop index postage_order_unfinished;
create index postage_order_unfinished on postage_order (placed_at, id) where unfinished;

alter table payment add live boolean not null generated always as
    (state in ('opening', 'open', 'requires-action', 'held', 'captured')) stored;
drop index payment_one_open;
create unique index payment_one_open on payment (order_id) where live;      -- I7: one charge

-- A foreign key locks its parent: all purchases would lock the same account, edition and server systems. These rows
-- are never deleted.
alter table postage_order drop constraint postage_order_account_id_fkey;
alter table postage_order drop constraint postage_order_edition_id_fkey;
alter table postage_order drop constraint postage_order_received_by_fkey;
alter table postage_order drop constraint postage_order_franked_by_fkey;
alter table ledger_entry drop constraint ledger_entry_owner_id_fkey;

-- Room for the next version of a row on its own page.
alter table postage_order set (fillfactor = 60);
alter table payment set (fillfactor = 70);
alter table label_position set (fillfactor = 80);
alter table psd set (fillfactor = 20);
alter table server_system set (fillfactor = 50);

-- The trigger returned the old row, so an update of a draft's line was silently undone.
create or replace function order_line_is_fixed() returns trigger language plpgsql as $$
begin
    if exists (select from postage_order where id = old.order_id and state <> 'draft') then
        raise exception 'order % is no draft: its lines stay', old.order_id using errcode = 'check_violation';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end
$$;

-- Implied by the foreign key to the entry, and it locked the PSD's row at each receipt.
alter table psd_receipt drop constraint psd_receipt_psd_fkey;
