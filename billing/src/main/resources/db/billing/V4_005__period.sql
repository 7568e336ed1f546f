create table billing.period (
    period              varchar(7) primary key,
    requested_at        timestamptz not null,
    tenants_invoiced_at timestamptz,
    closed_at           timestamptz,
    version             integer     not null
);

create table billing.close_request (
    idempotency_key varchar(64) primary key,
    period          varchar(7)  not null references billing.period (period),
    requested_by    varchar(256) not null,
    requested_at    timestamptz not null
);

create trigger close_request_is_appended_only
    before update or delete on billing.close_request
    for each row execute function billing.refuse_change();
create trigger close_requests_are_never_emptied
    before truncate on billing.close_request
    for each statement execute function billing.refuse_change();
