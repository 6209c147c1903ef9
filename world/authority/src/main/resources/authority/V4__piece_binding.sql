-- What a piece is bound to by its entry, SHA-256 of the vendor's order, attempt and line; none in entries of format version 1.
alter table piece add column binding bytea check (length(binding) = 32);
