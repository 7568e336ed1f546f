create table billing.statement (
    id            uuid primary key,
    agreement     varchar(64)     not null,
    period        varchar(7)      not null,
    host          varchar(64)     not null,
    home          varchar(64)     not null,
    hash          varchar(71)     not null,
    document      text            not null,
    currency      varchar(3)      not null,
    own_total     numeric(38, 14) not null,
    stated_total  numeric(38, 14) not null,
    made_at       timestamptz     not null,
    state         varchar(16)     not null check (state in ('SENT', 'DEFERRED', 'ACCEPTED', 'REFUSED')),
    answered_at   timestamptz,
    answer_code   varchar(64),
    answer        varchar(1024),
    countersigned text,
    version       integer         not null
);
comment on table billing.statement is 'Statements that were sent (host) or accepted (home). Only the answer may still change.';

create unique index one_statement_stands on billing.statement (agreement, period) where state in ('SENT', 'ACCEPTED');
create index statement_by_period on billing.statement (period, agreement);

create trigger statement_keeps_its_content
    before update of id, agreement, period, host, home, hash, document, currency, own_total, stated_total, made_at
    on billing.statement
    for each row execute function billing.refuse_change();
create trigger statement_keeps_its_answer
    before update on billing.statement
    for each row when (old.state in ('ACCEPTED', 'REFUSED'))
    execute function billing.refuse_change();
create trigger statement_is_kept
    before delete on billing.statement
    for each row execute function billing.refuse_change();
create trigger statements_are_never_emptied
    before truncate on billing.statement
    for each statement execute function billing.refuse_change();
