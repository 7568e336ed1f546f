-- Words that engineers give to sites, to choose them by.
create table broker.site_label (
    site varchar(64) not null references broker.site,
    label varchar(63) not null,
    primary key (site, label)
);

-- What engineers want to be at a set of sites.
create table broker.push (
    push uuid primary key,
    kind varchar(16) not null,
    name varchar(100) not null,
    content jsonb not null,
    asked_by varchar(255) not null,
    asked_at timestamptz not null,
    deadline timestamptz not null
);
create index push_latest on broker.push (asked_at desc, push desc);

-- The same at each of them.
create table broker.push_target (
    target uuid primary key,
    push uuid not null references broker.push,
    site varchar(64) not null references broker.site,
    kind varchar(16) not null,
    state varchar(16) not null,
    change varchar(16),
    code varchar(64),
    sentence text,
    attempts integer not null,
    asked_at timestamptz not null,
    deadline timestamptz not null,
    due_at timestamptz not null,
    finished_at timestamptz,
    version integer not null,
    constraint push_target_once unique (push, site),
    constraint push_target_ends check ((state = 'WAITING') = (finished_at is null)),
    constraint push_target_changes check ((state = 'DONE') = (change is not null)),
    constraint push_target_says_why check (state <> 'REFUSED' or (code is not null and sentence is not null))
);
create index push_target_due on broker.push_target (due_at) where state = 'WAITING';
create index push_target_waiting on broker.push_target (site, kind) where state = 'WAITING';

-- A copy of an image that stays though no instance needs it.
alter table broker.image_copy add column pinned boolean not null default false;
