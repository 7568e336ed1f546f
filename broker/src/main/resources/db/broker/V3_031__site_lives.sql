-- A site's technology may be found by asking it; a site that left keeps no credentials.
alter table broker.site alter column technology drop not null;
alter table broker.site alter column encrypted_secret drop not null;
alter table broker.site add column credentials_number integer not null default 0;
alter table broker.site add constraint only_retired_sites_have_no_credentials
    check ((state = 'RETIRED') = (encrypted_secret is null));

-- What its operator states.
alter table broker.site add column latitude numeric(8, 6);
alter table broker.site add column longitude numeric(9, 6);
alter table broker.site add column grams_co2_per_kwh numeric(9, 3);
alter table broker.site add constraint a_location_is_whole check ((latitude is null) = (longitude is null));

-- Why it is not as it should be, each in a code and a sentence, and since when it cannot be reached.
alter table broker.site drop column last_failure;
alter table broker.site add column troubles jsonb not null default '[]';
alter table broker.site add column out_of_reach_since timestamptz;

-- What was seen before has another form: every site is looked at again before anything of it is advertised.
update broker.site set capabilities = null, seen_at = null, state = 'CONNECTING', due_at = now();

-- What each probe saw that differed from the one before it.
create table broker.site_capabilities (
    sighting bigint generated always as identity primary key,
    site varchar(64) not null references broker.site,
    seen_at timestamptz not null,
    release varchar(255) not null,
    capabilities jsonb not null
);
create index site_capabilities_by_site on broker.site_capabilities (site, sighting desc);

create function broker.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'Rows of %.% are facts: they are neither changed nor removed', tg_table_schema, tg_table_name
        using errcode = 'integrity_constraint_violation';
end
$$;

create trigger site_capabilities_append_only
    before update or delete on broker.site_capabilities
    for each statement execute function broker.refuse_change();
