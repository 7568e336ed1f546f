-- How far a development clock was moved forward. A production server never reads it.
create schema if not exists server;
create table server.development_clock (
    only_row boolean primary key default true check (only_row),
    lead_millis bigint not null default 0
);
insert into server.development_clock default values;
