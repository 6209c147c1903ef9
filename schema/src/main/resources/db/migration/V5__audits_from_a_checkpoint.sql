-- The audit of each minute reads what is new since the one before; the recount reads every row.

-- read_at is the time of a run's first snapshot, watermark the oldest transaction that had not ended then.
alter table audit_run
    add column kind text not null default 'recount' constraint audit_run_kind_check check (kind in ('audit', 'recount')),
    add column read_at timestamptz,
    add column watermark bigint constraint audit_run_watermark_check check (watermark >= 0);
create index audit_run_newest on audit_run (kind, id) where aborted_because is null;

-- The newest receipted entry of each PSD that an audit has read; no sums, because the entry itself has them. No reference
-- to psd, whose rows each purchase locks.
create table audit_checkpoint (
    psd          bigint primary key,
    entry_number bigint not null check (entry_number >= 1)
);
grant select on audit_checkpoint to stampwright_app, stampwright_audit;
grant insert, update on audit_checkpoint to stampwright_app;

-- What an audit asks for.
create index postage_order_settled on postage_order (settled_at, id) where settled_at is not null;
create index payment_opened on payment using brin (opened_at) with (autosummarize = on);
create index funding_credited on funding (psd, entry_number) where state = 'credited';
create index funding_closed on funding (closed_at);
create index piece_void_open on piece_void (opened_at) where state = 'open';
create index piece_void_closed on piece_void (closed_at);
