create schema if not exists billing;

create function billing.refuse_change() returns trigger
    language plpgsql as
$$
begin
    raise exception '% of %.% is refused: facts are only ever appended', tg_op, tg_table_schema, tg_table_name
        using errcode = 'restrict_violation';
end;
$$;

-- How far usage has been rated. Its row is the lock of everything that rates or that seals a period.
create table billing.rating_cursor (
    name     varchar(16) primary key,
    position bigint not null
);
insert into billing.rating_cursor (name, position) values ('usage', 0);

create sequence billing.charge_id increment by 50;

create table billing.charge (
    id                bigint primary key,
    usage_position    bigint         not null,
    side              varchar(16)    not null check (side in ('SOLD', 'BOUGHT', 'RETAIL')),
    contract          varchar(64)    not null,
    agreement_version varchar(71),
    partner           varchar(64),
    instance          varchar(64)    not null,
    operator          varchar(64)    not null,
    site              varchar(64)    not null,
    technology        varchar(16)    not null,
    meter             varchar(16)    not null,
    price_line        varchar(64)    not null,
    line_technology   varchar(16),
    unit_price        numeric(38, 14) not null check (unit_price >= 0),
    currency          varchar(3)     not null,
    per               varchar(8)     not null,
    period            varchar(7)     not null,
    billed_in         varchar(7)     not null,
    used_from         timestamptz    not null,
    used_to           timestamptz    not null check (used_to > used_from),
    used_before       numeric(38, 9) not null check (used_before >= 0),
    quantity          numeric(38, 9) not null check (quantity > 0),
    amount            numeric(38, 14) not null,
    rated_at          timestamptz    not null,
    constraint charge_once_per_record_and_side unique (usage_position, side),
    constraint charge_continues_the_one_before
        unique (side, contract, instance, price_line, unit_price, per, currency, period, used_before),
    constraint charge_names_its_contract
        check ((side = 'RETAIL') = (agreement_version is null) and (side = 'RETAIL') = (partner is null))
);
comment on column billing.charge.contract is 'The agreement (SOLD, BOUGHT) or the tenant (RETAIL).';
comment on column billing.charge.period is 'When it was used. billed_in is later where that period was sealed already.';
comment on column billing.charge.used_before is 'Used before it by the instance in the period at the same price.';

create index charge_by_billed_period on billing.charge (side, contract, billed_in, instance, price_line);
create index charge_by_instance on billing.charge (instance, period, id);

create trigger charge_is_appended_only
    before update or delete on billing.charge
    for each row execute function billing.refuse_change();
create trigger charge_is_never_emptied
    before truncate on billing.charge
    for each statement execute function billing.refuse_change();
