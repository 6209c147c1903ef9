-- How much a caller may still try: one leaky bucket a row. The bucket is empty again at `drained_at`; each attempt moves
-- that on by the bucket's interval, and is refused while it would be further ahead than the burst allows. One
-- conditional upsert counts and decides, so attempts at the same time are counted one by one.
create table allowance (
    kind       text        not null check (kind ~ '^[a-z-]{1,32}$'),
    subject    text        not null check (length(subject) between 1 and 500),
    drained_at timestamptz not null,
    primary key (kind, subject)
);
create index allowance_drained on allowance (drained_at);
grant select, insert, update, delete on allowance to stampwright_app;
