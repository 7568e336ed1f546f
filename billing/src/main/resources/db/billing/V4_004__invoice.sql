create table billing.invoice_number (
    year integer primary key,
    last integer not null check (last >= 0)
);
comment on table billing.invoice_number is 'The last number this operator gave in a year. It moves only with the invoice, so numbers have no gap.';

create sequence billing.invoice_id increment by 50;

create table billing.invoice (
    id           bigint primary key,
    issuer       varchar(64)     not null,
    number       varchar(96)     not null,
    buyer_kind   varchar(8)      not null check (buyer_kind in ('OPERATOR', 'TENANT')),
    buyer        varchar(64)     not null,
    agreement    varchar(64),
    statement    uuid references billing.statement (id),
    period       varchar(7)      not null,
    period_from  timestamptz     not null,
    period_to    timestamptz     not null,
    issue_date   date            not null,
    due_date     date            not null,
    currency     varchar(3)      not null,
    net          numeric(38, 14) not null,
    tax_percent  numeric(9, 4)   not null check (tax_percent >= 0),
    tax          numeric(38, 14) not null,
    payable      numeric(38, 14) not null,
    hash         varchar(71),
    document     text,
    made_at      timestamptz     not null,
    state        varchar(16)     not null check (state in ('ISSUED', 'SENT', 'ACKNOWLEDGED', 'REFUSED', 'RECEIVED')),
    answered_at  timestamptz,
    answer       varchar(1024),
    version      integer         not null,
    constraint invoice_number_once unique (issuer, number),
    constraint invoice_adds_up check (payable = net + tax),
    constraint invoice_names_what_it_bills
        check ((buyer_kind = 'OPERATOR') = (agreement is not null and statement is not null and document is not null))
);
create unique index one_invoice_per_agreement on billing.invoice (agreement, period) where buyer_kind = 'OPERATOR';
create unique index one_invoice_per_tenant on billing.invoice (buyer, period) where buyer_kind = 'TENANT';
create index invoice_by_period on billing.invoice (period, issuer, number);

create table billing.invoice_line (
    invoice      bigint          not null references billing.invoice (id),
    number       integer         not null check (number > 0),
    instance     varchar(64)     not null,
    operator     varchar(64)     not null,
    site         varchar(64)     not null,
    technology   varchar(16)     not null,
    price_line   varchar(64)     not null,
    meter        varchar(16)     not null,
    unit_price   numeric(38, 14) not null,
    per          varchar(8)      not null,
    quantity     numeric(38, 9)  not null,
    exact_amount numeric(38, 14) not null,
    amount       numeric(38, 14) not null,
    primary key (invoice, number)
);

create function billing.refuse_wrong_net() returns trigger
    language plpgsql as
$$
begin
    if new.net <> (select coalesce(sum(amount), 0) from billing.invoice_line where invoice = new.id) then
        raise exception 'the lines of invoice % do not sum to its net amount', new.number
            using errcode = 'check_violation';
    end if;
    return null;
end;
$$;

create constraint trigger lines_sum_to_net
    after insert on billing.invoice
    deferrable initially deferred
    for each row execute function billing.refuse_wrong_net();

create trigger invoice_keeps_its_content
    before update of id, issuer, number, buyer_kind, buyer, agreement, statement, period, period_from, period_to,
        issue_date, due_date, currency, net, tax_percent, tax, payable, hash, document, made_at
    on billing.invoice
    for each row execute function billing.refuse_change();
create trigger invoice_is_kept
    before delete on billing.invoice
    for each row execute function billing.refuse_change();
create trigger invoices_are_never_emptied
    before truncate on billing.invoice
    for each statement execute function billing.refuse_change();
create trigger invoice_line_is_appended_only
    before update or delete on billing.invoice_line
    for each row execute function billing.refuse_change();
create trigger invoice_lines_are_never_emptied
    before truncate on billing.invoice_line
    for each statement execute function billing.refuse_change();
