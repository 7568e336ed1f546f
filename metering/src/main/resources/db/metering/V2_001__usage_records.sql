create schema if not exists metering;

create sequence metering.usage_record_sequence increment by 50;

create table metering.usage_record (
    id           bigint         primary key,
    instance     varchar(64)    not null,
    operator     varchar(64)    not null,
    site         varchar(64)    not null,
    technology   varchar(32)    not null,
    tenant       varchar(64),
    agreement    varchar(64),
    meter        varchar(32)    not null,
    window_from  timestamptz    not null,
    window_to    timestamptz    not null,
    quantity     numeric(33, 9) not null,
    content_hash varchar(71)    not null,
    constraint usage_record_once unique (instance, meter, window_from),
    constraint usage_record_window check (window_from < window_to),
    constraint usage_record_quantity check (quantity > 0),
    constraint usage_record_whose check (tenant is not null or agreement is not null)
);

create index usage_record_of_agreement on metering.usage_record (agreement, window_from) where agreement is not null;

-- A record's place in the order of commits, apart from the record because it is known only at the commit.
create table metering.usage_position (
    position  bigint      generated always as identity primary key,
    record    bigint      not null unique references metering.usage_record (id),
    agreement varchar(64)
);

create index usage_position_of_agreement on metering.usage_position (agreement, position) where agreement is not null;

-- Runs when a transaction commits. The lock is held until its records can be seen, so positions appear in their order
-- and a reader that goes on from the last position it saw misses none. Only commits wait for each other, not the work
-- before them.
create function metering.place_usage_record() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('metering.usage_position', 0));
    insert into metering.usage_position (record, agreement) values (new.id, new.agreement);
    return null;
end
$$;

create constraint trigger usage_record_placed
    after insert on metering.usage_record
    deferrable initially deferred
    for each row execute function metering.place_usage_record();

create function metering.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'Rows of %.% are facts: they are neither changed nor removed', tg_table_schema, tg_table_name
        using errcode = 'integrity_constraint_violation';
end
$$;

create trigger usage_record_append_only
    before update or delete or truncate on metering.usage_record
    for each statement execute function metering.refuse_change();

create trigger usage_position_append_only
    before update or delete or truncate on metering.usage_position
    for each statement execute function metering.refuse_change();
