-- A trust bundle lists the voids of pieces that were franked up to 400 days ago. Bytes 66 and 67 of a content are its
-- day of franking, as days since 2000-01-01 (docs/indicium-format.md).
alter table piece_fate add column franked_on date;
update piece_fate f
set franked_on = date '2000-01-01' + get_byte(p.content, 66) + 256 * get_byte(p.content, 67)
from piece p where p.psd = f.psd and p.piece_count = f.piece_count and f.fate = 'voided';
alter table piece_fate
    add constraint piece_fate_franked_on_check check (fate = 'voided' or franked_on is null);
create index piece_fate_voided on piece_fate (franked_on) include (psd, piece_count) where fate = 'voided';
