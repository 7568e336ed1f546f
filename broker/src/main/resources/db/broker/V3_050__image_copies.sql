-- Images on their way to the sites that need them: one row for an image at a site, whoever asks for it.
create table broker.image_copy (
    copy uuid primary key,
    site text not null,
    source text not null,
    source_site text,
    source_name text,
    source_address text,
    state text not null,
    sha256 text,
    image_id text,
    arrived_bytes bigint not null,
    size_bytes bigint,
    reason text,
    attempts integer not null,
    due_at timestamptz not null,
    version integer not null,
    constraint image_copy_once unique (site, source),
    constraint image_copy_has_a_source check ((source_address is null) = (source_site is not null))
);
create index image_copy_due on broker.image_copy (due_at);

-- The instances that need a copy; with the last of them it may go.
create table broker.image_use (
    copy uuid not null references broker.image_copy on delete cascade,
    instance text not null,
    primary key (copy, instance)
);
