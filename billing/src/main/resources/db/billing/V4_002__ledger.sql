create sequence billing.journal_entry_id increment by 50;

create table billing.journal_entry (
    id          bigint primary key,
    booked_on   date         not null,
    period      varchar(7)   not null,
    document    varchar(160) not null,
    instance    varchar(64),
    description varchar(256) not null,
    constraint one_entry_per_document unique (document)
);
create index journal_entry_by_period on billing.journal_entry (period, booked_on, id);

create table billing.posting (
    entry    bigint          not null references billing.journal_entry (id),
    line     integer         not null,
    account  varchar(160)    not null,
    currency varchar(3)      not null,
    amount   numeric(38, 14) not null,
    primary key (entry, line)
);
comment on column billing.posting.amount is 'Positive is a debit, negative a credit.';

create function billing.refuse_unbalanced() returns trigger
    language plpgsql as
$$
declare
    wrong record;
begin
    select currency, sum(amount) as difference into wrong
    from billing.posting
    where entry = new.entry
    group by currency
    having sum(amount) <> 0
    limit 1;
    if found then
        raise exception 'journal entry % does not balance: % % too much', new.entry, wrong.difference, wrong.currency
            using errcode = 'check_violation';
    end if;
    return null;
end;
$$;

create constraint trigger entry_balances
    after insert on billing.posting
    deferrable initially deferred
    for each row execute function billing.refuse_unbalanced();

create trigger journal_entry_is_appended_only
    before update or delete on billing.journal_entry
    for each row execute function billing.refuse_change();
create trigger journal_is_never_emptied
    before truncate on billing.journal_entry
    for each statement execute function billing.refuse_change();
create trigger posting_is_appended_only
    before update or delete on billing.posting
    for each row execute function billing.refuse_change();
create trigger postings_are_never_emptied
    before truncate on billing.posting
    for each statement execute function billing.refuse_change();
