-- The authority's records. Money is in mills. Rows of vendors' requests are keyed by the id that the vendor chose.

create table vendor (
    vendor              bigint generated always as identity primary key,
    name                text        not null,
    licence             bigint      not null unique check (licence between 1 and 4294967295),
    manufacturer        text        not null check (manufacturer ~ '^[A-Z0-9]{2}$'),
    model               text        not null check (model ~ '^[A-Z0-9]{2}$'),
    software_id         text        not null check (software_id ~ '^[A-Z0-9]{6}$'),
    licensing_postcode  bigint      not null check (licensing_postcode between 0 and 4294967295),
    currency            integer     not null check (currency between 1 and 999),
    country             text        not null check (country ~ '^[A-Z]{2}$'),
    opening_balance     bigint      not null check (opening_balance >= 0),
    registered_at       timestamptz not null
);

create table vendor_key (
    key_id     text   primary key,
    vendor     bigint not null references vendor,
    role       text   not null check (role in ('enrolment', 'auditor')),
    public_key bytea  not null unique,
    unique (vendor, role)
);

-- A nonce is one request's for as long as its time stamp could be taken for fresh.
create table request_seen (
    key_id text        not null references vendor_key,
    nonce  text        not null,
    digest bytea       not null check (length(digest) = 32),
    at     timestamptz not null,
    primary key (key_id, nonce)
);
create index request_seen_at on request_seen (at);

create table account (
    vendor  bigint primary key references vendor,
    balance bigint not null check (balance >= 0)
);

-- An account's balance is the sum of its movements; the key lets no movement happen twice.
create table account_movement (
    vendor    bigint      not null references account,
    kind      text        not null check (kind in ('opening', 'deposit', 'download', 'void', 'withdrawal')),
    reference uuid        not null,
    amount    bigint      not null,
    at        timestamptz not null,
    primary key (vendor, kind, reference),
    check (case when kind = 'download' then amount < 0 else amount >= 0 end)
);

-- Serial numbers start anywhere, so that two authorities seldom give the same ones, and are never given again.
create sequence licence_number as bigint minvalue 1 maxvalue 4294967295 no cycle;
select setval('licence_number', 10000000 + floor(random() * 90000000)::bigint);
create sequence certificate_serial as bigint minvalue 1 maxvalue 4294967295 no cycle;
select setval('certificate_serial', 100000000 + floor(random() * 900000000)::bigint);
create sequence psd_serial as bigint minvalue 1 maxvalue 99999999 no cycle;
select setval('psd_serial', 10000000 + floor(random() * 40000000)::bigint);

create table certificate_request (
    id            uuid        primary key,
    vendor        bigint      not null references vendor,
    use           text        not null check (use in ('indicium', 'seal')),
    server_system text        not null,
    csr           bytea       not null,
    -- One key has one use: the same key certified twice would undo that.
    public_key    bytea       not null unique,
    requested_at  timestamptz not null
);

create table certificate (
    serial        bigint      primary key check (serial between 1 and 4294967295),
    vendor        bigint      not null references vendor,
    request       uuid        not null unique references certificate_request,
    use           text        not null,
    server_system text        not null,
    der           bytea       not null,
    issued_at     timestamptz not null,
    revoked_at    timestamptz,
    compromised   boolean     not null default false,
    check (revoked_at is not null or not compromised)
);

create table psd (
    psd                bigint      primary key check (psd between 1 and 99999999),
    vendor             bigint      not null references vendor,
    request            uuid        not null,
    server_system      text        not null,
    maximum_descending bigint      not null,
    maximum_postage    bigint      not null,
    granted            bigint      not null default 0 check (granted >= 0),
    -- What the newest entry taken in says; number 0 before the first.
    head_number        bigint      not null default 0 check (head_number >= 0),
    head_hash          bytea,
    ascending          bigint      not null default 0 check (ascending >= 0),
    descending         bigint      not null default 0 check (descending >= 0),
    funds_added        bigint      not null default 0 check (funds_added >= 0),
    funds_withdrawn    bigint      not null default 0 check (funds_withdrawn >= 0),
    piece_count        bigint      not null default 0 check (piece_count >= 0),
    withdrawn          boolean     not null default false,
    created_at         timestamptz not null,
    unique (vendor, request),
    check (ascending + descending = funds_added - funds_withdrawn),
    check (funds_added <= granted)
);

create table download (
    vendor        bigint      not null references vendor,
    id            uuid        not null,
    -- No reference to psd: a request for an unknown one is refused, and the refusal is kept as well.
    psd           bigint      not null,
    amount        bigint      not null check (amount > 0),
    control_total bigint      not null check (control_total >= 0),
    state         text        not null check (state in ('granted', 'refused')),
    reason        text,
    at            timestamptz not null,
    -- The ledger entry that credited it, once that was taken in.
    entry         bigint,
    primary key (vendor, id),
    unique (psd, entry),
    check ((state = 'refused') = (reason is not null)),
    check (entry is null or state = 'granted')
);
create index download_psd on download (psd);

create table entry (
    psd              bigint      not null references psd,
    number           bigint      not null check (number >= 1),
    bytes            bytea       not null,
    seal             bytea       not null,
    hash             bytea       not null check (length(hash) = 32),
    seal_certificate bigint      not null references certificate,
    taken_at         timestamptz not null,
    primary key (psd, number)
);

create table piece (
    psd         bigint not null,
    piece_count bigint not null check (piece_count >= 1),
    entry       bigint not null,
    content     bytea  not null,
    postage     bigint not null check (postage > 0),
    primary key (psd, piece_count),
    foreign key (psd, entry) references entry
);

create table receipt (
    psd    bigint      not null,
    number bigint      not null,
    bytes  bytea       not null,
    at     timestamptz not null,
    primary key (psd, number),
    foreign key (psd, number) references entry
);

create table void_request (
    vendor      bigint      not null references vendor,
    id          uuid        not null,
    psd         bigint      not null,
    piece_count bigint      not null,
    why         text        not null,
    state       text        not null check (state in ('voided', 'refused')),
    reason      text,
    credited    bigint      not null default 0 check (credited >= 0),
    at          timestamptz not null,
    primary key (vendor, id),
    check ((state = 'refused') = (reason is not null)),
    check (state = 'voided' or credited = 0)
);
create index void_request_psd on void_request (psd);

-- Accepted or voided: whoever writes this row first decides, and it is never changed.
create table piece_fate (
    psd         bigint      not null,
    piece_count bigint      not null,
    fate        text        not null check (fate in ('accepted', 'voided')),
    void_id     uuid,
    desk        text,
    scan        text,
    at          timestamptz not null,
    primary key (psd, piece_count),
    check (case fate when 'voided' then void_id is not null else desk is not null and scan is not null end)
);

-- changes counts what must reach the bundle; published is the newest bundle and the count it contains.
create table trust_state (
    only_row  boolean primary key default true check (only_row),
    changes   bigint  not null default 0
);
insert into trust_state default values;

create table trust_bundle (
    number      bigint      primary key check (number >= 1),
    changes     bigint      not null,
    bytes       bytea       not null,
    next_update timestamptz not null,
    made_at     timestamptz not null
);
