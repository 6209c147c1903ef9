-- Where the authority knows more of a PSD than this database, as after a restore of an older copy. While a difference is
-- there that no operator has confirmed, the vendor places no order, opens, takes and funds no PSD, and franks nothing.

-- An operator's act: who, when, why. Its differences are what was shown.
create table difference_confirmation (
    id           bigint      generated always as identity primary key,
    operator_id  bigint      not null references account,
    operator     text        not null,
    reason       text        not null check (length(btrim(reason)) between 1 and 1000),
    confirmed_at timestamptz not null default now()
);

-- One row for each state of the authority's records that this database did not have. No reference to psd: this database
-- may not know it at all, and then our_entry is null.
create table psd_difference (
    id                bigint      generated always as identity primary key,
    psd               bigint      not null check (psd between 1 and 99999999),
    authority_entry   bigint      not null check (authority_entry >= 0),
    authority_head    bytea       not null check (length(authority_head) = case authority_entry when 0 then 0 else 32 end),
    authority_granted bigint      not null check (authority_granted >= 0),
    our_entry         bigint      check (our_entry >= 1),
    our_funds         bigint      not null check (our_funds >= 0),
    noticed_by        text        not null,
    noticed_at        timestamptz not null default now(),
    confirmation_id   bigint      references difference_confirmation,
    constraint psd_difference_once unique (psd, authority_entry, authority_head, authority_granted)
);
create index psd_difference_open on psd_difference (id) where confirmation_id is null;
create index psd_difference_by_confirmation on psd_difference (confirmation_id);

-- When the authority's heads were last compared with this database; whoever moves begun_at on does it.
create table head_comparison (
    id           smallint    primary key check (id = 1),
    begun_at     timestamptz not null,
    completed_at timestamptz
);
insert into head_comparison values (1, now(), null);

grant select on difference_confirmation, psd_difference, head_comparison to stampwright_app, stampwright_audit;
grant insert on difference_confirmation, psd_difference to stampwright_app;
grant update (confirmation_id) on psd_difference to stampwright_app;
grant update on head_comparison to stampwright_app;
