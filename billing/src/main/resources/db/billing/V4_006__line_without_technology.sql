-- A received invoice may bill an instance that we never metered, where that stays within the agreement's tolerance: then
-- nobody told us the technology of its site.
alter table billing.invoice_line alter column technology drop not null;
comment on column billing.invoice_line.technology is 'Absent where we have no charge of our own for the instance.';
