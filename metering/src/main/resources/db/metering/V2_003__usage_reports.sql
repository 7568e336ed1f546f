create sequence metering.usage_report_sequence increment by 50;
create sequence metering.reported_usage_sequence increment by 50;

create table metering.report_chain (
    agreement     varchar(64) primary key,
    last_number   bigint      not null,
    last_hash     varchar(71),
    last_position bigint      not null,
    version       integer     not null,
    constraint report_chain_hash check ((last_number = 0) = (last_hash is null))
);

create table metering.report_refusal (
    report_hash varchar(71) primary key,
    agreement   varchar(64) not null,
    number      bigint      not null,
    issuer      varchar(64) not null,
    code        text        not null,
    sentence    text        not null,
    refused_at  timestamptz not null
);

create table metering.usage_report (
    id          bigint      primary key,
    agreement   varchar(64) not null,
    number      bigint      not null,
    host        varchar(64) not null,
    home        varchar(64) not null,
    hash        varchar(71) not null unique,
    state       varchar(16) not null,
    period      varchar(7)  not null,
    records     integer     not null,
    window_from timestamptz not null,
    window_to   timestamptz not null,
    issued_at   timestamptz not null,
    signed      text        not null,
    refusal     varchar(71) references metering.report_refusal (report_hash),
    version     integer     not null,
    constraint usage_report_once unique (agreement, number),
    constraint usage_report_number check (number >= 1),
    constraint usage_report_reason check ((state = 'REFUSED') = (refusal is not null))
);

create index usage_report_of_period on metering.usage_report (period, agreement, number);

create table metering.reported_usage (
    id          bigint      primary key,
    report      bigint      not null references metering.usage_report (id),
    instance    varchar(64) not null,
    meter       varchar(32) not null,
    window_from timestamptz not null,
    window_to   timestamptz not null,
    constraint reported_usage_once unique (report, instance, meter, window_from),
    constraint reported_usage_record foreign key (instance, meter, window_from)
        references metering.usage_record (instance, meter, window_from)
);

create index reported_usage_of_instance on metering.reported_usage (instance, window_from);

create trigger report_refusal_append_only
    before update or delete or truncate on metering.report_refusal
    for each statement execute function metering.refuse_change();

create trigger reported_usage_append_only
    before update or delete or truncate on metering.reported_usage
    for each statement execute function metering.refuse_change();
