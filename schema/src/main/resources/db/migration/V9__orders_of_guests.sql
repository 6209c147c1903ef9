-- Each order of a guest asks how many orders guests have left unpaid on its sheet. API orders have accounts, so this index
-- costs them nothing.
create index postage_order_of_guests on postage_order (sheet, placed_at) where account_id is null;
