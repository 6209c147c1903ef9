-- One position of one label is accepted once, whatever was franked for it: a stamp bought twice for a label (a restored
-- database of its vendor, for instance) is worth nothing the second time. A voided piece does not count, so the
-- replacement of a voided stamp is accepted.
alter table piece_fate
    add column vendor   bigint,
    add column label    bytea   check (length(label) = 7),
    add column position integer check (position between 0 and 65535);

-- Bytes 57 to 63 of a content are the label's serial number, 64 and 65 its position (docs/indicium-format.md). Where two
-- were accepted before this rule, the first keeps the label.
update piece_fate f
set vendor = first.vendor, label = first.label, position = first.position
from (select distinct on (p.vendor, substring(c.content from 58 for 7), substring(c.content from 65 for 2))
             a.psd, a.piece_count, p.vendor, substring(c.content from 58 for 7) as label,
             get_byte(c.content, 64) + 256 * get_byte(c.content, 65) as position
      from piece_fate a
      join piece c on c.psd = a.psd and c.piece_count = a.piece_count
      join psd p on p.psd = a.psd
      where a.fate = 'accepted'
      order by p.vendor, substring(c.content from 58 for 7), substring(c.content from 65 for 2), a.at) first
where f.psd = first.psd and f.piece_count = first.piece_count;

alter table piece_fate
    add check ((vendor is null) = (label is null) and (label is null) = (position is null)),
    add check (fate = 'accepted' or label is null);
create unique index piece_fate_one_a_label on piece_fate (vendor, label, position) where fate = 'accepted';

-- The heads of a vendor's PSDs are read in pages.
create index psd_by_vendor on psd (vendor, psd);
