-- The vendor's database, first form. Run by `stampwright migrate` as stampwright_owner; nodes connect as
-- stampwright_app (no DDL), the auditor as stampwright_audit (read only). The three roles exist before.
--
-- Money is bigint mills (1/1000 of the currency unit). Enumerations are text with a CHECK. What one row or key can
-- say about the invariants I1 to I14 is said here a second time.

-- Who may ask ------------------------------------------------------------------------------------------------------

create table account (
    id            bigint generated always as identity primary key,
    kind          text        not null check (kind in ('consumer', 'client', 'operator')),
    login         text        not null check (login = lower(login) and length(login) between 1 and 254),
    password_hash text        check (password_hash like 'pbkdf2:%'),
    key_hash      bytea       unique check (length(key_hash) = 32),
    created_at    timestamptz not null default now(),
    unique (kind, login),
    check ((kind = 'client') = (key_hash is not null)),
    check ((kind = 'client') = (password_hash is null))
);

-- Wrong serial numbers, wrong passwords and registrations, counted per account or address.
create table failed_attempt (
    id         bigint generated always as identity primary key,
    kind       text        not null check (kind in ('serial', 'login', 'registration')),
    subject    text        not null,
    at         timestamptz not null default now()
);
create index failed_attempt_recent on failed_attempt (kind, subject, at);

-- The licence, as the authority gave it ------------------------------------------------------------------------------

create table licence (
    id                 smallint primary key check (id = 1),
    number             bigint   not null check (number between 1 and 4294967295),
    manufacturer       text     not null check (length(manufacturer) = 2),
    model              text     not null check (length(model) = 2),
    licensing_postcode bigint   not null check (licensing_postcode between 0 and 4294967295),
    currency           integer  not null check (currency between 0 and 999),
    country            text     not null check (country ~ '^[A-Z]{2}$'),
    software_id        text     not null check (length(software_id) between 1 and 6)
);

-- Server systems and their cryptographic modules ---------------------------------------------------------------------

create table server_system (
    id               bigint generated always as identity primary key,
    name             text        not null unique check (name ~ '^[a-z][a-z0-9-]{0,30}$'),
    role             text        not null check (role in ('web', 'processing', 'both')),
    state            text        not null check (state in ('pending', 'admitted', 'draining', 'removed')),
    address          text        not null,
    node_certificate bytea       not null,
    registered_at    timestamptz not null default now(),
    admitted_at      timestamptz,
    heartbeat_at     timestamptz not null default now(),
    version          bigint      not null default 0
);

create sequence selection_turn;

create table vendor_setting (
    name  text primary key,
    value text not null
);
insert into vendor_setting values ('selection-procedure', 'round-robin');

create table module_certificate (
    request_id       uuid        primary key,
    server_system_id bigint      not null references server_system,
    use              text        not null check (use in ('indicium', 'seal')),
    state            text        not null check (state in ('requested', 'issued', 'revoked')),
    public_key       bytea       not null unique,
    serial           bigint      unique check (serial between 1 and 4294967295),
    certificate      bytea,
    requested_at     timestamptz not null default now(),
    check ((state = 'requested') = (serial is null)),
    check ((serial is null) = (certificate is null))
);

-- Periodic work: whoever holds the row does it, by the database's clock.
create table lease (
    name   text        primary key,
    holder text        not null,
    until  timestamptz not null
);

-- Rates --------------------------------------------------------------------------------------------------------------

create table rate_edition (
    id             bigint generated always as identity primary key,
    valid_from     timestamptz not null unique,
    service_fee    bigint      not null check (service_fee >= 0),
    smallest_order bigint      not null check (smallest_order >= 0),
    imported_by    text        not null,
    imported_at    timestamptz not null default now()
);

create table rate (
    edition_id    bigint  not null references rate_edition,
    product       text    not null check (product ~ '^[a-z][a-z0-9-]{0,40}$'),
    place         integer not null,
    description   text    not null,
    kind          text    not null check (kind in ('fixed', 'free-value')),
    value         bigint  check (value between 1 and 16777215),
    minimum       bigint  not null check (minimum between 1 and 16777215),
    maximum       bigint  not null check (maximum between 1 and 16777215),
    rate_category text    not null check (rate_category ~ '^[!-~]([ -~]{0,2}[!-~])?$'),
    primary key (edition_id, product),
    check ((kind = 'fixed') = (value is not null)),
    check (minimum <= maximum)
);

-- Orders ---------------------------------------------------------------------------------------------------------------

create table postage_order (
    id               uuid        primary key,
    state            text        not null check (state in ('draft', 'placed', 'requires-action', 'held', 'claimed',
                         'franked', 'signed', 'receipted', 'captured', 'released', 'printed', 'declined', 'cancelled',
                         'expired')),
    attempt          integer     not null default 1 check (attempt >= 1),
    channel          text        not null check (channel in ('storefront', 'api')),
    account_id       bigint      references account,
    guest_email      text,
    guest_token_hash bytea       unique check (length(guest_token_hash) = 32),
    idempotency_key  text        not null check (length(idempotency_key) between 1 and 255),
    request_hash     bytea       not null check (length(request_hash) = 32),
    remote_address   text        not null,
    received_by      bigint      references server_system,
    franked_by       bigint      references server_system,
    claimed_at       timestamptz,
    sheet            text        not null,
    start_position   integer     check (start_position >= 0),
    edition_id       bigint      references rate_edition,
    pieces           integer     check (pieces between 1 and 1000),
    postage          bigint      check (postage > 0),
    fee              bigint      check (fee >= 0),
    rounding         bigint      check (rounding between 0 and 9),
    total            bigint,
    currency         integer     not null,
    payment_method   text,
    reason           text,
    detail           text,
    waits_for        text        check (waits_for in ('card', 'authority', 'server-system', 'consumer',
                         'operator')),
    lease_holder     text,
    lease_until      timestamptz,
    placed_at        timestamptz not null default now(),
    settled_at       timestamptz,
    version          bigint      not null default 0,
    unique nulls not distinct (account_id, idempotency_key),
    check (total = postage + fee + rounding),                              -- I14
    check (total % 10 = 0),                                                -- I14: whole minor units
    check (state in ('draft', 'cancelled', 'expired')                      -- a draft grows field by field
           or (start_position is not null and edition_id is not null and pieces is not null and total is not null
               and postage is not null and fee is not null and rounding is not null)),
    check (state not in ('claimed', 'franked', 'signed', 'receipted', 'captured', 'released', 'printed')
           or (franked_by is not null and claimed_at is not null))
);
create index postage_order_unfinished on postage_order (placed_at)
    where state not in ('draft', 'released', 'printed', 'declined', 'cancelled', 'expired');
create index postage_order_by_account on postage_order (account_id, placed_at);

create table order_line (
    order_id      uuid    not null references postage_order,
    line          integer not null check (line >= 1),
    product       text    not null,
    description   text    not null,
    rate_category text    not null,
    quantity      integer not null check (quantity between 1 and 1000),
    unit_value    bigint  not null check (unit_value between 1 and 16777215),
    primary key (order_id, line)
);

-- Each try to be paid; the create call's idempotency key is order id + number.
create table payment (
    order_id       uuid        not null references postage_order,
    number         integer     not null check (number >= 1),
    kind           text        not null check (kind in ('session', 'intent')),
    state          text        not null check (state in ('opening', 'open', 'requires-action', 'held', 'captured',
                       'declined', 'cancelled', 'expired')),
    session_id     text        unique,
    intent_id      text        unique,
    url            text,
    amount         bigint      not null check (amount > 0 and amount % 10 = 0),
    captured       bigint      not null default 0 check (captured >= 0),
    refusal        text,
    message        text,
    opened_at      timestamptz not null default now(),
    expires_at     timestamptz not null,
    version        bigint      not null default 0,
    primary key (order_id, number),
    check (captured = 0 or (state = 'captured' and captured = amount))
);
create unique index payment_one_open on payment (order_id)                 -- I7: one charge
    where state in ('opening', 'open', 'requires-action', 'held', 'captured');

-- Label stock ----------------------------------------------------------------------------------------------------------

create table label_sheet (
    serial      text        primary key check (serial ~ '^[0-9A-HJ-NP-Z]{10}$'),
    stock       text        not null,
    state       text        not null check (state in ('known', 'void', 'stolen')),
    owner_id    bigint      references account,
    owner_email text,
    imported_by text        not null,
    imported_at timestamptz not null default now(),
    version     bigint      not null default 0,
    check (owner_id is null or owner_email is null)
);

create table label_position (
    sheet    text    not null references label_sheet,
    position integer not null check (position >= 0),
    state    text    not null check (state in ('free', 'reserved', 'used')),
    order_id uuid    references postage_order,
    primary key (sheet, position),
    check ((state = 'free') = (order_id is null))
);
create index label_position_by_order on label_position (order_id) where order_id is not null;

-- Postal security devices ------------------------------------------------------------------------------------------------

create table psd (
    serial             bigint      primary key check (serial between 1 and 99999999),
    request_id         uuid        not null unique,
    state              text        not null check (state in ('active', 'suspended', 'withdrawn')),
    suspended_because  text,
    owner_id           bigint      not null references server_system,
    epoch              bigint      not null check (epoch >= 1),
    lease_until        timestamptz not null,
    ascending          bigint      not null check (ascending between 0 and 1099511627775),
    descending         bigint      not null check (descending between 0 and 4294967295),
    funds_added        bigint      not null check (funds_added >= 0),
    funds_withdrawn    bigint      not null check (funds_withdrawn >= 0),
    piece_count        bigint      not null check (piece_count between 0 and 4294967295),
    entry_number       bigint      not null check (entry_number >= 1),
    head               bytea       not null check (length(head) = 32),
    maximum_descending bigint      not null,
    maximum_postage    bigint      not null,
    receipted_entry    bigint      not null default 0,
    version            bigint      not null default 0,
    check (ascending + descending = funds_added - funds_withdrawn),        -- I1
    check (receipted_entry <= entry_number)
);

create table ledger_entry (
    psd         bigint      not null references psd deferrable initially deferred,
    number      bigint      not null check (number >= 1),
    kind        text        not null check (kind in ('opened', 'taken', 'funded', 'franked', 'withdrawn', 'suspended',
                    'resumed')),
    entry       bytea       not null,
    seal        bytea       not null check (length(seal) = 64),
    ascending   bigint      not null,
    descending  bigint      not null,
    piece_count bigint      not null,
    epoch       bigint      not null,
    owner_id    bigint      not null references server_system,
    at          timestamptz not null default now(),
    primary key (psd, number)                                              -- I4
);

create table indicium_content (
    psd            bigint  not null,
    piece_count    bigint  not null check (piece_count >= 1),
    entry_number   bigint  not null,
    order_id       uuid    not null references postage_order,
    attempt        integer not null,
    line           integer not null,
    sheet          text    not null,
    position       integer not null,
    value          bigint  not null check (value > 0),
    content        bytea   not null check (length(content) = 72),
    primary key (psd, piece_count),                                        -- I4: two contents for one piece never
    foreign key (psd, entry_number) references ledger_entry (psd, number) deferrable initially deferred,
    unique (order_id, attempt, position)
);

create table indicium_fate (
    psd         bigint      not null,
    piece_count bigint      not null,
    fate        text        not null check (fate in ('signed', 'abandoned')),
    signature   bytea       check (length(signature) = 64),
    at          timestamptz not null default now(),
    primary key (psd, piece_count),                                        -- whoever inserts first wins
    foreign key (psd, piece_count) references indicium_content (psd, piece_count),
    check ((fate = 'signed') = (signature is not null))
);

create table psd_receipt (
    psd          bigint      not null references psd,
    entry_number bigint      not null,
    receipt      bytea       not null,
    at           timestamptz not null default now(),
    primary key (psd, entry_number),
    foreign key (psd, entry_number) references ledger_entry (psd, number)
);

create table funding (
    id            uuid        primary key,
    psd           bigint      not null references psd,
    amount        bigint      not null check (amount > 0),
    control_total bigint      not null check (control_total >= 0),
    state         text        not null check (state in ('open', 'credited', 'refused')),
    reason        text,
    entry_number  bigint,
    opened_at     timestamptz not null default now(),
    closed_at     timestamptz,
    version       bigint      not null default 0,
    check ((state = 'credited') = (entry_number is not null)),
    check ((state = 'open') = (closed_at is null))
);
create unique index funding_one_open on funding (psd) where state = 'open';

create table piece_void (
    id          uuid        primary key,
    psd         bigint      not null,
    piece_count bigint      not null,
    because     text        not null,
    state       text        not null check (state in ('open', 'voided', 'refused')),
    opened_at   timestamptz not null default now(),
    closed_at   timestamptz,
    version     bigint      not null default 0,
    unique (psd, piece_count),
    check ((state = 'open') = (closed_at is null)),
    foreign key (psd, piece_count) references indicium_content (psd, piece_count)
);

-- Printing ---------------------------------------------------------------------------------------------------------------

create table print_ticket (
    token_hash    bytea       primary key check (length(token_hash) = 32),
    order_id      uuid        not null references postage_order,
    state         text        not null check (state in ('open', 'bound', 'ended')),
    run           uuid,
    wrong_serials integer     not null default 0 check (wrong_serials between 0 and 5),
    issued_at     timestamptz not null default now(),
    expires_at    timestamptz not null,
    bound_at      timestamptz,
    outcome       text        check (outcome in ('printed', 'failed')),
    detail        text,
    version       bigint      not null default 0,
    check ((state = 'open') <= (run is null)),
    check ((run is null) = (bound_at is null))                             -- I12
);
create index print_ticket_by_order on print_ticket (order_id);

-- What the auditor found last ------------------------------------------------------------------------------------------------

create table audit_run (
    id              bigint generated always as identity primary key,
    started_at      timestamptz not null,
    finished_at     timestamptz not null default now(),
    aborted_because text                                                   -- such a run found nothing, whatever there is
);

create table audit_finding (
    run_id    bigint  not null references audit_run,
    place     integer not null,
    invariant text    not null,
    subject   text    not null,
    detail    text    not null,
    primary key (run_id, place)
);

-- Who may do what ------------------------------------------------------------------------------------------------------------

grant usage on schema public to stampwright_app, stampwright_audit;
grant select on all tables in schema public to stampwright_app, stampwright_audit;
grant insert, update on account, licence, server_system, vendor_setting, module_certificate, postage_order, payment,
    label_sheet, label_position, psd, funding, piece_void, print_ticket to stampwright_app;
grant insert, update, delete on lease, failed_attempt to stampwright_app;
-- Insert only: an entry, a content, a fate or a receipt is never changed.
grant insert on rate_edition, rate, order_line, ledger_entry, indicium_content, indicium_fate, psd_receipt, audit_run,
    audit_finding to stampwright_app;
grant usage on all sequences in schema public to stampwright_app;
