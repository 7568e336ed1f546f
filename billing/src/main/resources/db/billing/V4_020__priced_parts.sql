-- A record may be charged in parts, where its price line changes within it, and a price line may be more than a unit price.
alter table billing.charge add column part integer not null default 0 check (part >= 0);
alter table billing.charge add column line_terms text;
comment on column billing.charge.part is 'Counts the charges of one usage record and side, from 0.';
comment on column billing.charge.line_terms is
    'The price line as canonical JSON, without where and when it applies. Null where its unit price says all.';

alter table billing.charge drop constraint charge_once_per_record_and_side;
alter table billing.charge add constraint charge_once_per_record_side_and_part unique (usage_position, side, part);

alter table billing.charge drop constraint charge_continues_the_one_before;
create unique index charge_continues_the_one_before on billing.charge
    (side, contract, instance, price_line, unit_price, per, currency, period, md5(coalesce(line_terms, '')), used_before);

create index charge_by_price_line on billing.charge (side, contract, price_line, period);

alter table billing.invoice_line add column line_terms text;

-- What a partner owes is asked at each of its orders.
create index posting_by_account on billing.posting (account, currency) include (amount);
