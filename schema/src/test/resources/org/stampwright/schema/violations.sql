-- One statement for each constraint, unique index and trigger of the vendor's schema: it violates that rule and no
-- other, starting from these rows. A migration that adds a rule adds a case. Primary keys need none, but a row. A rule
-- that cannot be broken alone names the one that implies it, without which it is tested.

insert into account (kind, login, password_hash) values ('consumer', 'ann@example.org', 'pbkdf2:1:AA==:AA==');
insert into account (kind, login, key_hash) values ('client', 'acme', decode(repeat('0a', 32), 'hex'));
insert into failed_attempt (kind, subject) values ('login', 'address:10.0.0.9');
insert into allowance values ('login', '10.0.0.9', now());
insert into licence values (1, 42, 'SW', '01', 20260, 840, 'US', 'SW0001');
insert into server_system (name, role, state, address, node_certificate)
    values ('alder', 'both', 'admitted', 'http://127.0.0.1:24000', '\x00'),
           ('birch', 'both', 'admitted', 'http://127.0.0.1:24001', '\x00');
insert into module_certificate (request_id, server_system_id, use, state, public_key, serial, certificate)
    values ('00000000-0000-4000-8000-0000000000c1', 1, 'indicium', 'issued', '\x01', 11, '\x01'),
           ('00000000-0000-4000-8000-0000000000c2', 1, 'seal', 'issued', '\x02', 12, '\x02');
insert into lease values ('recovery', 'alder', now());
insert into rate_edition (valid_from, service_fee, smallest_order, imported_by)
    values ('2026-01-01', 50, 0, 'operator'), ('2027-01-01', 50, 0, 'operator');
insert into rate (edition_id, product, place, description, kind, value, minimum, maximum, rate_category)
    values (1, 'letter', 1, 'Letter', 'fixed', 825, 825, 825, 'FC');

-- One order that is printed, one that is held, and a draft.
insert into postage_order (id, state, channel, account_id, guest_token_hash, idempotency_key, request_hash,
        remote_address, received_by, franked_by, claimed_at, sheet, start_position, edition_id, pieces, postage, fee,
        rounding, total, currency, waits_for, settled_at)
    values ('00000000-0000-4000-8000-00000000000a', 'printed', 'api', 2, decode(repeat('01', 32), 'hex'), 'printed',
            decode(repeat('00', 32), 'hex'), '10.0.0.9', 1, 1, now(), 'T000000000', 1, 1, 1, 825, 50, 5, 880, 840,
            null, now()),
           ('00000000-0000-4000-8000-00000000000b', 'held', 'api', 2, decode(repeat('02', 32), 'hex'), 'held',
            decode(repeat('00', 32), 'hex'), '10.0.0.9', 1, null, null, 'T000000000', 2, 1, 1, 825, 50, 5, 880, 840,
            'card', null),
           ('00000000-0000-4000-8000-00000000000c', 'draft', 'storefront', null, decode(repeat('03', 32), 'hex'),
            'draft', decode(repeat('00', 32), 'hex'), '10.0.0.9', null, null, null, 'T000000000', null, null, null, null,
            null, null, null, 840, null, null);
insert into order_line values ('00000000-0000-4000-8000-00000000000a', 1, 'letter', 'Letter', 'FC', 1, 825),
    ('00000000-0000-4000-8000-00000000000c', 1, 'letter', 'Letter', 'FC', 1, 825);
insert into payment (order_id, number, kind, state, session_id, intent_id, amount, captured, expires_at)
    values ('00000000-0000-4000-8000-00000000000a', 1, 'session', 'captured', 'cs_1', 'pi_1', 880, 880, now()),
           ('00000000-0000-4000-8000-00000000000b', 1, 'intent', 'declined', 'cs_2', 'pi_2', 880, 0, now()),
           ('00000000-0000-4000-8000-00000000000b', 2, 'intent', 'held', 'cs_3', 'pi_3', 880, 0, now());
insert into label_sheet (serial, stock, state, owner_id, imported_by)
    values ('T000000000', 'US-LETTER-25', 'known', 1, 'operator');
insert into label_position values ('T000000000', 1, 'used', '00000000-0000-4000-8000-00000000000a'),
    ('T000000000', 3, 'free', null);

insert into psd (serial, request_id, state, owner_id, epoch, lease_until, ascending, descending, funds_added,
        funds_withdrawn, piece_count, entry_number, head, maximum_descending, maximum_postage, receipted_entry)
    values (500, '00000000-0000-4000-8000-0000000000d1', 'active', 1, 1, now(), 825, 99175, 100000, 0, 1, 3,
            decode(repeat('00', 32), 'hex'), 1000000, 100000, 3),
           (501, '00000000-0000-4000-8000-0000000000d2', 'active', 1, 1, now(), 0, 0, 0, 0, 0, 1,
            decode(repeat('00', 32), 'hex'), 1000000, 100000, 1);
insert into ledger_entry (psd, number, kind, entry, seal, ascending, descending, piece_count, epoch, owner_id)
    values (500, 3, 'franked', '\x00', decode(repeat('00', 64), 'hex'), 825, 99175, 1, 1, 1);
insert into indicium_content (psd, piece_count, entry_number, order_id, attempt, line, sheet, position, value, content)
    values (500, 1, 3, '00000000-0000-4000-8000-00000000000a', 1, 1, 'T000000000', 1, 825,
            '\x00000000000000000000f40100000000000000390300000000000000000000000000000000000000'
            '00000000000000000001000000000000000a76add51400000100000000000000'),
           (500, 2, 3, '00000000-0000-4000-8000-00000000000b', 1, 1, 'T000000000', 2, 825,
            '\x00000000000000000000f40100000000000000390300000000000000000000000000000000000000'
            '00000000000000000002000000000000000a76add51400000200000000000000'),
           (500, 3, 3, '00000000-0000-4000-8000-00000000000b', 1, 1, 'T000000000', 4, 825,
            '\x00000000000000000000f40100000000000000390300000000000000000000000000000000000000'
            '00000000000000000003000000000000000a76add51400000400000000000000');
insert into indicium_fate (psd, piece_count, fate, signature) values (500, 1, 'signed', decode(repeat('00', 64), 'hex'));
insert into psd_receipt (psd, entry_number, receipt) values (500, 3, '\x00');
insert into difference_confirmation (operator_id, operator, reason) values (1, 'operator', 'Restored.');
insert into psd_difference (psd, authority_entry, authority_head, authority_granted, our_entry, our_funds, noticed_by,
        confirmation_id)
    values (500, 4, decode(repeat('00', 32), 'hex'), 100000, 3, 100000, 'alder', 1),
           (501, 4, decode(repeat('00', 32), 'hex'), 0, 1, 0, 'alder', null);
insert into funding (id, psd, amount, control_total, state)
    values ('00000000-0000-4000-8000-0000000000f1', 500, 1000, 100000, 'open');
insert into piece_void (id, psd, piece_count, because, state)
    values ('00000000-0000-4000-8000-0000000000e1', 500, 1, 'refund', 'open');
insert into print_ticket (token_hash, order_id, state, run, bound_at, expires_at)
    values (decode(repeat('00', 32), 'hex'), '00000000-0000-4000-8000-00000000000a', 'bound',
            '00000000-0000-4000-8000-0000000000b1', now(), now());
insert into audit_run (started_at) values (now());
insert into audit_finding values (1, 1, 'I1', 'PSD 500', 'registers');
insert into audit_checkpoint values (500, 3);

-- account.account_check
update account set key_hash = null where kind = 'client';
-- account.account_check1
update account set password_hash = null where kind = 'consumer';
-- account.account_key_hash_check
update account set key_hash = '\x00' where kind = 'client';
-- account.account_key_hash_key
insert into account (kind, login, key_hash) select kind, 'acme2', key_hash from account where kind = 'client';
-- account.account_kind_check
update account set kind = 'robot' where kind = 'consumer';
-- account.account_kind_login_key
insert into account (kind, login, password_hash) select kind, login, password_hash from account where kind = 'consumer';
-- account.account_login_check
update account set login = 'Ann@example.org' where kind = 'consumer';
-- account.account_password_hash_check
update account set password_hash = 'a password' where kind = 'consumer';
-- allowance.allowance_kind_check
update allowance set kind = 'Typing';
-- allowance.allowance_subject_check
update allowance set subject = '';
-- audit_checkpoint.audit_checkpoint_entry_number_check
update audit_checkpoint set entry_number = 0;
-- audit_run.audit_run_kind_check
update audit_run set kind = 'glance';
-- audit_run.audit_run_watermark_check
update audit_run set watermark = -1;
-- audit_finding.audit_finding_run_id_fkey
update audit_finding set run_id = 2;
-- failed_attempt.failed_attempt_kind_check
update failed_attempt set kind = 'typing';
-- difference_confirmation.difference_confirmation_operator_id_fkey
update difference_confirmation set operator_id = 99;
-- difference_confirmation.difference_confirmation_reason_check
update difference_confirmation set reason = ' ';
-- funding.funding_amount_check
update funding set amount = 0;
-- funding.funding_check
update funding set entry_number = 3;
-- funding.funding_check1
update funding set closed_at = now();
-- funding.funding_control_total_check
update funding set control_total = -1;
-- funding.funding_one_open
insert into funding (id, psd, amount, control_total, state)
    values ('00000000-0000-4000-8000-0000000000f2', 500, 1000, 100000, 'open');
-- funding.funding_psd_fkey
update funding set psd = 502;
-- funding.funding_state_check
update funding set state = 'asked', closed_at = now();
-- head_comparison.head_comparison_id_check
update head_comparison set id = 2;
-- indicium_content.indicium_content_attempt_check
update indicium_content set attempt = 0 where piece_count = 1;
-- indicium_content.indicium_content_columns_check
update indicium_content set value = 826 where piece_count = 1;
-- indicium_content.indicium_content_content_check
update indicium_content set content = '\x00' where piece_count = 1;
-- indicium_content.indicium_content_line_check
update indicium_content set line = 0 where piece_count = 1;
-- indicium_content.indicium_content_order_id_attempt_position_key, implied by indicium_content_columns_check
update indicium_content set position = 2 where piece_count = 3;
-- indicium_content.indicium_content_order_id_fkey
update indicium_content set order_id = '00000000-0000-4000-8000-0000000000ff' where piece_count = 1;
-- indicium_content.indicium_content_piece_count_check, implied by indicium_content_columns_check
update indicium_content set piece_count = 0 where piece_count = 3;
-- indicium_content.indicium_content_psd_entry_number_fkey
update indicium_content set entry_number = 4 where piece_count = 1;
-- indicium_content.indicium_content_value_check, implied by indicium_content_columns_check
update indicium_content set value = 0 where piece_count = 1;
-- indicium_fate.indicium_fate_check
update indicium_fate set fate = 'abandoned';
-- indicium_fate.indicium_fate_fate_check
update indicium_fate set fate = 'lost', signature = null;
-- indicium_fate.indicium_fate_psd_piece_count_fkey
update indicium_fate set piece_count = 4;
-- indicium_fate.indicium_fate_signature_check
update indicium_fate set signature = '\x00';
-- label_position.label_position_check
update label_position set order_id = null where position = 1;
-- label_position.label_position_order_id_fkey
update label_position set order_id = '00000000-0000-4000-8000-0000000000ff' where position = 1;
-- label_position.label_position_position_check
update label_position set position = -1 where position = 3;
-- label_position.label_position_sheet_fkey
update label_position set sheet = 'T000000001' where position = 3;
-- label_position.label_position_state_check
update label_position set state = 'torn' where position = 1;
-- label_sheet.label_sheet_check
update label_sheet set owner_email = 'ann@example.org';
-- label_sheet.label_sheet_owner_id_fkey
update label_sheet set owner_id = 3;
-- label_sheet.label_sheet_serial_check
insert into label_sheet (serial, stock, state, imported_by) values ('I000000000', 'US-LETTER-25', 'known', 'operator');
-- label_sheet.label_sheet_state_check
update label_sheet set state = 'lost';
-- ledger_entry.ledger_entry_kind_check
update ledger_entry set kind = 'printed';
-- ledger_entry.ledger_entry_number_check
insert into ledger_entry (psd, number, kind, entry, seal, ascending, descending, piece_count, epoch, owner_id)
    values (501, 0, 'opened', '\x00', decode(repeat('00', 64), 'hex'), 0, 0, 0, 1, 1);
-- ledger_entry.ledger_entry_psd_fkey
insert into ledger_entry (psd, number, kind, entry, seal, ascending, descending, piece_count, epoch, owner_id)
    values (502, 1, 'opened', '\x00', decode(repeat('00', 64), 'hex'), 0, 0, 0, 1, 1);
-- ledger_entry.ledger_entry_seal_check
update ledger_entry set seal = '\x00';
-- licence.licence_country_check
update licence set country = 'us';
-- licence.licence_currency_check
update licence set currency = 1000;
-- licence.licence_id_check
insert into licence values (2, 42, 'SW', '01', 20260, 840, 'US', 'SW0001');
-- licence.licence_licensing_postcode_check
update licence set licensing_postcode = 4294967296;
-- licence.licence_manufacturer_check
update licence set manufacturer = 'SWR';
-- licence.licence_model_check
update licence set model = '1';
-- licence.licence_number_check
update licence set number = 0;
-- licence.licence_software_id_check
update licence set software_id = 'SW00001';
-- module_certificate.module_certificate_check
update module_certificate set state = 'requested' where serial = 11;
-- module_certificate.module_certificate_check1
update module_certificate set certificate = null where serial = 11;
-- module_certificate.module_certificate_public_key_key
update module_certificate set public_key = '\x02' where serial = 11;
-- module_certificate.module_certificate_serial_check
update module_certificate set serial = 4294967296 where serial = 11;
-- module_certificate.module_certificate_serial_key
update module_certificate set serial = 12 where serial = 11;
-- module_certificate.module_certificate_server_system_id_fkey
update module_certificate set server_system_id = 3;
-- module_certificate.module_certificate_state_check
update module_certificate set state = 'expired';
-- module_certificate.module_certificate_use_check
update module_certificate set use = 'print';
-- order_line.order_line_is_fixed
update order_line set quantity = 2 where order_id = '00000000-0000-4000-8000-00000000000a';
-- order_line.order_line_line_check
insert into order_line values ('00000000-0000-4000-8000-00000000000c', 0, 'letter', 'Letter', 'FC', 1, 825);
-- order_line.order_line_order_id_fkey
insert into order_line values ('00000000-0000-4000-8000-0000000000ff', 1, 'letter', 'Letter', 'FC', 1, 825);
-- order_line.order_line_quantity_check
insert into order_line values ('00000000-0000-4000-8000-00000000000c', 2, 'letter', 'Letter', 'FC', 1001, 825);
-- order_line.order_line_unit_value_check
insert into order_line values ('00000000-0000-4000-8000-00000000000c', 2, 'letter', 'Letter', 'FC', 1, 16777216);
-- payment.payment_amount_check
update payment set amount = 885 where intent_id = 'pi_2';
-- payment.payment_captured_check, implied by payment_check
update payment set state = 'captured', amount = 10, captured = -10 where intent_id = 'pi_3';
-- payment.payment_check
update payment set captured = 870 where intent_id = 'pi_1';
-- payment.payment_intent_id_key
update payment set intent_id = 'pi_1' where intent_id = 'pi_2';
-- payment.payment_kind_check
update payment set kind = 'cash';
-- payment.payment_number_check
update payment set number = 0 where intent_id = 'pi_1';
-- payment.payment_one_open
update payment set state = 'open' where intent_id = 'pi_2';
-- payment.payment_order_id_fkey
update payment set order_id = '00000000-0000-4000-8000-0000000000ff' where intent_id = 'pi_1';
-- payment.payment_session_id_key
update payment set session_id = 'cs_1' where intent_id = 'pi_2';
-- payment.payment_state_check
update payment set state = 'paid' where intent_id = 'pi_2';
-- piece_void.piece_void_check
update piece_void set closed_at = now();
-- piece_void.piece_void_psd_piece_count_fkey
update piece_void set piece_count = 4;
-- piece_void.piece_void_psd_piece_count_key
insert into piece_void (id, psd, piece_count, because, state)
    values ('00000000-0000-4000-8000-0000000000e2', 500, 1, 'replacement', 'open');
-- piece_void.piece_void_state_check
update piece_void set state = 'lost', closed_at = now();
-- postage_order.postage_order_account_id_idempotency_key_key
update postage_order set idempotency_key = 'printed' where state = 'held';
-- postage_order.postage_order_attempt_check
update postage_order set attempt = 0 where state = 'held';
-- postage_order.postage_order_channel_check
update postage_order set channel = 'mail' where state = 'held';
-- postage_order.postage_order_check
update postage_order set total = 890 where state = 'held';
-- postage_order.postage_order_check1
update postage_order set start_position = null where state = 'held';
-- postage_order.postage_order_check2
update postage_order set claimed_at = null where state = 'printed';
-- postage_order.postage_order_fee_check
update postage_order set fee = -10, total = 820 where state = 'held';
-- postage_order.postage_order_guest_token_hash_check
update postage_order set guest_token_hash = '\x00' where state = 'held';
-- postage_order.postage_order_guest_token_hash_key
update postage_order set guest_token_hash = decode(repeat('01', 32), 'hex') where state = 'held';
-- postage_order.postage_order_idempotency_key_check
update postage_order set idempotency_key = '' where state = 'held';
-- postage_order.postage_order_pieces_check
update postage_order set pieces = 1001 where state = 'held';
-- postage_order.postage_order_postage_check
update postage_order set postage = 0, rounding = 0, total = 50 where state = 'held';
-- postage_order.postage_order_request_hash_check
update postage_order set request_hash = '\x00' where state = 'held';
-- postage_order.postage_order_rounding_check
update postage_order set rounding = 15, total = 890 where state = 'held';
-- postage_order.postage_order_start_position_check
update postage_order set start_position = -1 where state = 'held';
-- postage_order.postage_order_state_check
update postage_order set state = 'lost' where state = 'held';
-- postage_order.postage_order_total_check
update postage_order set rounding = 6, total = 881 where state = 'held';
-- postage_order.postage_order_waits_for_check
update postage_order set waits_for = 'rain' where state = 'held';
-- print_ticket.print_ticket_check
update print_ticket set state = 'open';
-- print_ticket.print_ticket_check1
update print_ticket set bound_at = null;
-- print_ticket.print_ticket_order_id_fkey
update print_ticket set order_id = '00000000-0000-4000-8000-0000000000ff';
-- print_ticket.print_ticket_outcome_check
update print_ticket set outcome = 'jammed';
-- print_ticket.print_ticket_state_check
update print_ticket set state = 'torn';
-- print_ticket.print_ticket_token_hash_check
update print_ticket set token_hash = '\x00';
-- print_ticket.print_ticket_wrong_serials_check
update print_ticket set wrong_serials = 6;
-- psd.psd_ascending_check
update psd set ascending = -1, descending = 1 where serial = 501;
-- psd.psd_check
update psd set descending = 99176 where serial = 500;
-- psd.psd_check1
update psd set receipted_entry = 4 where serial = 500;
-- psd.psd_descending_check
update psd set ascending = 1, descending = -1 where serial = 501;
-- psd.psd_entry_number_check
update psd set entry_number = 0, receipted_entry = 0 where serial = 501;
-- psd.psd_epoch_check
update psd set epoch = 0 where serial = 501;
-- psd.psd_funds_added_check, implied by psd_funds_withdrawn_check
update psd set funds_added = -1, ascending = 0, descending = 0, funds_withdrawn = -1 where serial = 501;
-- psd.psd_funds_withdrawn_check
update psd set funds_withdrawn = -1, ascending = 1 where serial = 501;
-- psd.psd_head_check
update psd set head = '\x00' where serial = 501;
-- psd.psd_owner_id_fkey
update psd set owner_id = 3 where serial = 501;
-- psd.psd_piece_count_check
update psd set piece_count = -1 where serial = 501;
-- psd.psd_request_id_key
update psd set request_id = '00000000-0000-4000-8000-0000000000d1' where serial = 501;
-- psd.psd_serial_check
update psd set serial = 0 where serial = 501;
-- psd.psd_state_check
update psd set state = 'lost' where serial = 501;
-- psd_difference.psd_difference_authority_entry_check
update psd_difference set authority_entry = -1;
-- psd_difference.psd_difference_authority_granted_check
update psd_difference set authority_granted = -1;
-- psd_difference.psd_difference_check
update psd_difference set authority_head = '\x00';
-- psd_difference.psd_difference_confirmation_id_fkey
update psd_difference set confirmation_id = 99;
-- psd_difference.psd_difference_once
update psd_difference set psd = 500, authority_granted = 0;
-- psd_difference.psd_difference_our_entry_check
update psd_difference set our_entry = 0;
-- psd_difference.psd_difference_our_funds_check
update psd_difference set our_funds = -1;
-- psd_difference.psd_difference_psd_check
update psd_difference set psd = 0 where psd = 500;
-- psd_receipt.psd_receipt_psd_entry_number_fkey
update psd_receipt set entry_number = 4;
-- rate.rate_check
update rate set value = null;
-- rate.rate_check1
update rate set minimum = 826;
-- rate.rate_edition_id_fkey
update rate set edition_id = 3;
-- rate.rate_kind_check
update rate set kind = 'any', value = null;
-- rate.rate_maximum_check
update rate set maximum = 16777216;
-- rate.rate_minimum_check
update rate set minimum = 0;
-- rate.rate_product_check
update rate set product = 'Letter';
-- rate.rate_rate_category_check
update rate set rate_category = 'FC ';
-- rate.rate_value_check
update rate set value = 0;
-- rate_edition.rate_edition_service_fee_check
update rate_edition set service_fee = -1;
-- rate_edition.rate_edition_smallest_order_check
update rate_edition set smallest_order = -1;
-- rate_edition.rate_edition_valid_from_key
update rate_edition set valid_from = '2026-01-01' where id = 2;
-- server_system.server_system_name_check
update server_system set name = 'Alder' where id = 1;
-- server_system.server_system_name_key
update server_system set name = 'alder' where id = 2;
-- server_system.server_system_role_check
update server_system set role = 'print';
-- server_system.server_system_state_check
update server_system set state = 'asleep';
