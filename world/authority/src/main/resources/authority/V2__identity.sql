-- Which root this database belongs to: with another one its certificates, receipts and bundles would be worth nothing.
create table identity (
    only_row boolean primary key default true check (only_row),
    root     bytea   not null
);
