-- The columns beside the bytes of a content say what the bytes say (docs/indicium-format.md names the offsets): whoever
-- changes one without the other is refused. The order and the line are not in these bytes; the ledger entry binds them.
-- Not valid: the auditor compares the rows of before; one of them must not keep an upgrade from starting.

alter table indicium_content add constraint indicium_content_attempt_check check (attempt >= 1) not valid;
alter table indicium_content add constraint indicium_content_line_check check (line >= 1) not valid;

-- The sheet is ten characters in base 36; in the content it is one number of seven bytes, big-endian.
alter table indicium_content add constraint indicium_content_columns_check check (
    case when length(content) = 72 then
        psd = get_byte(content, 10) + get_byte(content, 11) * 256
        + get_byte(content, 12) * 65536 + get_byte(content, 13) * 16777216::bigint
        and piece_count = get_byte(content, 49) + get_byte(content, 50) * 256
        + get_byte(content, 51) * 65536 + get_byte(content, 52) * 16777216::bigint
        and value = get_byte(content, 19) + get_byte(content, 20) * 256 + get_byte(content, 21) * 65536
        and position = get_byte(content, 64) + get_byte(content, 65) * 256
        and length(sheet) = 10
        and (strpos('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(sheet, 1, 1)) - 1) * 101559956668416
            + (strpos('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(sheet, 2, 1)) - 1) * 2821109907456
            + (strpos('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(sheet, 3, 1)) - 1) * 78364164096
            + (strpos('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(sheet, 4, 1)) - 1) * 2176782336
            + (strpos('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(sheet, 5, 1)) - 1) * 60466176::bigint
            + (strpos('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(sheet, 6, 1)) - 1) * 1679616::bigint
            + (strpos('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(sheet, 7, 1)) - 1) * 46656::bigint
            + (strpos('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(sheet, 8, 1)) - 1) * 1296::bigint
            + (strpos('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(sheet, 9, 1)) - 1) * 36::bigint
            + (strpos('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(sheet, 10, 1)) - 1)
            = get_byte(content, 57) * 281474976710656
            + get_byte(content, 58) * 1099511627776
            + get_byte(content, 59) * 4294967296
            + get_byte(content, 60) * 16777216::bigint
            + get_byte(content, 61) * 65536::bigint
            + get_byte(content, 62) * 256::bigint
            + get_byte(content, 63)
    else true end                                                          -- its length has a CHECK of its own
) not valid;
