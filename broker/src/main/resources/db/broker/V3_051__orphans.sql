-- What carries our mark at a site though no instance of ours needs it.
create table broker.orphan (
    orphan uuid primary key,
    site text not null,
    kind text not null,
    resource text not null,
    name text not null,
    instance text not null,
    since timestamptz,
    state text not null,
    reason text,
    found_at timestamptz not null,
    version integer not null,
    constraint orphan_once unique (site, kind, resource)
);

create table broker.orphan_sweep (
    site text primary key,
    due_at timestamptz not null
);
create index orphan_sweep_due on broker.orphan_sweep (due_at);
