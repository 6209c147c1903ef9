-- One statement for each constraint and unique index of the authority's schema: it violates that rule and no other,
-- starting from these rows. A migration that adds a rule adds a case. Primary keys need none, but a row. A rule
-- that cannot be broken alone names the one that implies it, without which it is tested.

insert into vendor (name, licence, manufacturer, model, software_id, licensing_postcode, currency, country,
        opening_balance, registered_at)
    values ('Stampwright', 42, 'SW', '01', 'SW0001', 20260, 840, 'US', 1000000, now()),
           ('Another', 43, 'SW', '01', 'SW0001', 20260, 840, 'US', 1000000, now());
insert into vendor_key values ('enrolment', 1, 'enrolment', '\x01'), ('auditor', 1, 'auditor', '\x02');
insert into request_seen values ('enrolment', 'n', decode(repeat('00', 32), 'hex'), now());
insert into account values (1, 1000000);
insert into account_movement values (1, 'opening', '00000000-0000-4000-8000-0000000000a1', 1000000, now()),
    (1, 'download', '00000000-0000-4000-8000-0000000000a2', -1000, now());
insert into certificate_request (id, vendor, use, server_system, csr, public_key, requested_at)
    values ('00000000-0000-4000-8000-0000000000c1', 1, 'seal', 'alder', '\x00', '\x03', now()),
           ('00000000-0000-4000-8000-0000000000c2', 1, 'seal', 'birch', '\x00', '\x04', now());
insert into certificate (serial, vendor, request, use, server_system, der, issued_at)
    values (11, 1, '00000000-0000-4000-8000-0000000000c1', 'seal', 'alder', '\x00', now());
insert into psd (psd, vendor, request, server_system, maximum_descending, maximum_postage, granted, head_number,
        head_hash, ascending, descending, funds_added, piece_count, created_at)
    values (500, 1, '00000000-0000-4000-8000-0000000000d1', 'alder', 1000000, 100000, 1000, 2,
            decode(repeat('00', 32), 'hex'), 825, 175, 1000, 2, now()),
           (501, 1, '00000000-0000-4000-8000-0000000000d2', 'alder', 1000000, 100000, 0, 0, null, 0, 0, 0, 0, now());
insert into download (vendor, id, psd, amount, control_total, state, at, entry)
    values (1, '00000000-0000-4000-8000-0000000000a2', 500, 1000, 0, 'granted', now(), 1),
           (1, '00000000-0000-4000-8000-0000000000a3', 500, 1000, 1000, 'granted', now(), null);
insert into entry (psd, number, bytes, hash, seal, seal_certificate, taken_at)
    values (500, 2, '\x00', decode(repeat('00', 32), 'hex'), '\x00', 11, now());
insert into piece (psd, piece_count, entry, content, postage) values (500, 1, 2, '\x00', 400), (500, 2, 2, '\x00', 425);
insert into receipt values (500, 2, '\x00', now());
insert into void_request (vendor, id, psd, piece_count, why, state, credited, at)
    values (1, '00000000-0000-4000-8000-0000000000e1', 500, 3, 'refund', 'voided', 400, now());
insert into piece_fate (psd, piece_count, fate, desk, scan, at, vendor, label, position)
    values (500, 1, 'accepted', 'one', '\x00', now(), 1, decode(repeat('00', 7), 'hex'), 1),
           (500, 2, 'accepted', 'one', '\x00', now(), 1, decode(repeat('00', 7), 'hex'), 2);
insert into piece_fate (psd, piece_count, fate, void_id, at)
    values (500, 3, 'voided', '00000000-0000-4000-8000-0000000000e1', now());
insert into trust_bundle values (1, 0, '\x00', now(), now());
insert into identity (root) values ('\x00');

-- account.account_balance_check
update account set balance = -1;
-- account.account_vendor_fkey
insert into account values (3, 0);
-- account_movement.account_movement_check
update account_movement set amount = 0 where kind = 'download';
-- account_movement.account_movement_kind_check
update account_movement set kind = 'gift' where kind = 'opening';
-- account_movement.account_movement_vendor_fkey
update account_movement set vendor = 2 where kind = 'opening';
-- certificate.certificate_check
update certificate set compromised = true;
-- certificate.certificate_request_fkey
update certificate set request = '00000000-0000-4000-8000-0000000000ff';
-- certificate.certificate_request_key
insert into certificate (serial, vendor, request, use, server_system, der, issued_at)
    select 12, vendor, request, use, server_system, der, issued_at from certificate;
-- certificate.certificate_serial_check
insert into certificate (serial, vendor, request, use, server_system, der, issued_at)
    values (0, 1, '00000000-0000-4000-8000-0000000000c2', 'seal', 'birch', '\x00', now());
-- certificate.certificate_vendor_fkey
update certificate set vendor = 3;
-- certificate_request.certificate_request_public_key_key
update certificate_request set public_key = '\x03' where server_system = 'birch';
-- certificate_request.certificate_request_use_check
update certificate_request set use = 'print';
-- certificate_request.certificate_request_vendor_fkey
update certificate_request set vendor = 3;
-- download.download_amount_check
update download set amount = 0 where entry is null;
-- download.download_check
update download set reason = 'none' where entry is null;
-- download.download_check1
update download set state = 'refused', reason = 'no funds' where entry = 1;
-- download.download_control_total_check
update download set control_total = -1 where entry is null;
-- download.download_psd_entry_key
update download set entry = 1 where entry is null;
-- download.download_state_check
update download set state = 'open' where entry is null;
-- download.download_vendor_fkey
update download set vendor = 3 where entry is null;
-- entry.entry_hash_check
update entry set hash = '\x00';
-- entry.entry_number_check
insert into entry (psd, number, bytes, hash, seal, seal_certificate, taken_at)
    values (501, 0, '\x00', decode(repeat('00', 32), 'hex'), '\x00', 11, now());
-- entry.entry_psd_fkey
insert into entry (psd, number, bytes, hash, seal, seal_certificate, taken_at)
    values (502, 1, '\x00', decode(repeat('00', 32), 'hex'), '\x00', 11, now());
-- entry.entry_seal_certificate_fkey
update entry set seal_certificate = 12;
-- identity.identity_only_row_check
insert into identity (only_row, root) values (false, '\x00');
-- piece.piece_binding_check
update piece set binding = '\x00' where piece_count = 1;
-- piece.piece_piece_count_check
update piece set piece_count = 0 where piece_count = 1;
-- piece.piece_postage_check
update piece set postage = 0 where piece_count = 1;
-- piece.piece_psd_entry_fkey
update piece set entry = 3;
-- piece_fate.piece_fate_check
update piece_fate set desk = null where piece_count = 1;
-- piece_fate.piece_fate_check1
update piece_fate set position = null where piece_count = 1;
-- piece_fate.piece_fate_check2
update piece_fate set vendor = 1, label = decode(repeat('00', 7), 'hex'), position = 1 where fate = 'voided';
-- piece_fate.piece_fate_fate_check
update piece_fate set fate = 'lost', vendor = null, label = null, position = null where piece_count = 1;
-- piece_fate.piece_fate_franked_on_check
update piece_fate set franked_on = date '2026-11-23' where piece_count = 1;
-- piece_fate.piece_fate_label_check
update piece_fate set label = '\x00' where piece_count = 1;
-- piece_fate.piece_fate_one_a_label
update piece_fate set position = 1 where piece_count = 2;
-- piece_fate.piece_fate_position_check
update piece_fate set position = 65536 where piece_count = 1;
-- psd.psd_ascending_check
update psd set ascending = -1, descending = 1 where psd = 501;
-- psd.psd_check
update psd set descending = 176 where psd = 500;
-- psd.psd_check1
update psd set granted = 999 where psd = 500;
-- psd.psd_descending_check
update psd set ascending = 1, descending = -1 where psd = 501;
-- psd.psd_funds_added_check, implied by psd_funds_withdrawn_check
update psd set funds_added = -1, funds_withdrawn = -1 where psd = 501;
-- psd.psd_funds_withdrawn_check
update psd set funds_withdrawn = -1, ascending = 1 where psd = 501;
-- psd.psd_granted_check, implied by psd_check1
update psd set granted = -1 where psd = 501;
-- psd.psd_head_number_check
update psd set head_number = -1 where psd = 501;
-- psd.psd_piece_count_check
update psd set piece_count = -1 where psd = 501;
-- psd.psd_psd_check
update psd set psd = 0 where psd = 501;
-- psd.psd_vendor_fkey
update psd set vendor = 3 where psd = 501;
-- psd.psd_vendor_request_key
update psd set request = '00000000-0000-4000-8000-0000000000d1' where psd = 501;
-- receipt.receipt_psd_number_fkey
update receipt set number = 3;
-- request_seen.request_seen_digest_check
update request_seen set digest = '\x00';
-- request_seen.request_seen_key_id_fkey
update request_seen set key_id = 'nobody';
-- trust_bundle.trust_bundle_number_check
update trust_bundle set number = 0;
-- trust_state.trust_state_only_row_check
insert into trust_state (only_row) values (false);
-- vendor.vendor_country_check
update vendor set country = 'us';
-- vendor.vendor_currency_check
update vendor set currency = 0;
-- vendor.vendor_licence_check
update vendor set licence = 0 where vendor = 1;
-- vendor.vendor_licence_key
update vendor set licence = 42 where vendor = 2;
-- vendor.vendor_licensing_postcode_check
update vendor set licensing_postcode = -1;
-- vendor.vendor_manufacturer_check
update vendor set manufacturer = 'S';
-- vendor.vendor_model_check
update vendor set model = '1';
-- vendor.vendor_opening_balance_check
update vendor set opening_balance = -1;
-- vendor.vendor_software_id_check
update vendor set software_id = 'SW1';
-- vendor_key.vendor_key_public_key_key
insert into vendor_key values ('other', 2, 'enrolment', '\x01');
-- vendor_key.vendor_key_role_check
update vendor_key set role = 'printer' where role = 'auditor';
-- vendor_key.vendor_key_vendor_fkey
update vendor_key set vendor = 3;
-- vendor_key.vendor_key_vendor_role_key
insert into vendor_key values ('second', 1, 'enrolment', '\x05');
-- void_request.void_request_check
update void_request set reason = 'too late';
-- void_request.void_request_check1
update void_request set state = 'refused', reason = 'too late';
-- void_request.void_request_credited_check
update void_request set credited = -1;
-- void_request.void_request_state_check
update void_request set state = 'open', credited = 0;
-- void_request.void_request_vendor_fkey
update void_request set vendor = 3;
