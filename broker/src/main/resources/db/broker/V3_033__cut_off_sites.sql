-- What may happen to an order's instances at a site that is cut off: STAY, MOVE, MOVE_AND_RETURN.
alter table broker.customer_order add column when_cut_off varchar(16) not null default 'STAY';
alter table broker.customer_order alter column when_cut_off drop default;

-- An instance that moved is two: the one that it was, and the one that took its place.
alter table broker.instance add column replaced_by varchar(64);
alter table broker.instance add column home_site varchar(64);
alter table broker.instance add column start_by timestamptz;

-- That what may move from a site shall move, as somebody decided it.
create table broker.move_decision (
    decision bigint generated always as identity primary key,
    site varchar(64) not null references broker.site,
    out_of_reach_since timestamptz not null,
    decided_by varchar(255) not null,
    decided_at timestamptz not null,
    reason varchar(1000) not null
);
create index move_decision_by_site on broker.move_decision (site, decision desc);

create trigger move_decision_append_only
    before update or delete on broker.move_decision
    for each statement execute function broker.refuse_change();
