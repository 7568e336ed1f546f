-- FINAL: what we hold by ourselves, after there is no more business with the partner. TOLD: the same of the partner.
alter table billing.statement drop constraint statement_state_check;
alter table billing.statement add constraint statement_state_check
    check (state in ('SENT', 'DEFERRED', 'ACCEPTED', 'REFUSED', 'FINAL', 'TOLD'));

drop index billing.one_statement_stands;
create unique index one_statement_stands on billing.statement (agreement, period) where state in ('SENT', 'ACCEPTED', 'FINAL');
create unique index one_statement_is_told on billing.statement (agreement, period) where state = 'TOLD';
