create table metering.metered_instance (
    instance      varchar(64) primary key,
    operator      varchar(64) not null,
    site          varchar(64) not null,
    technology    varchar(32) not null,
    tenant        varchar(64),
    agreement     varchar(64),
    calendar_zone varchar(64) not null,
    started_at    timestamptz not null,
    constraint metered_instance_whose check (tenant is not null or agreement is not null)
);

create table metering.metered_amount (
    instance varchar(64)    not null references metering.metered_instance (instance),
    meter    varchar(32)    not null,
    amount   numeric(33, 9) not null,
    primary key (instance, meter),
    constraint metered_amount_positive check (amount > 0)
);

create table metering.metering_cursor (
    instance       varchar(64) primary key references metering.metered_instance (instance),
    recorded_until timestamptz not null,
    metered_until  timestamptz not null,
    next_midnight  timestamptz not null,
    ended_at       timestamptz,
    version        integer     not null,
    constraint metering_cursor_order check (recorded_until <= metered_until and recorded_until < next_midnight)
);

create index metering_cursor_running on metering.metering_cursor (metered_until) where ended_at is null;

create trigger metered_instance_append_only
    before update or delete or truncate on metering.metered_instance
    for each statement execute function metering.refuse_change();

create trigger metered_amount_append_only
    before update or delete or truncate on metering.metered_amount
    for each statement execute function metering.refuse_change();
