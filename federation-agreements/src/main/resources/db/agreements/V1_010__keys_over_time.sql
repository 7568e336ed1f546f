-- Our own keys over time, who confirmed which, and what is known of partners' keys. Private keys are never here.
create table agreements.own_key (
    key_id varchar(64) primary key,
    alias varchar(255) not null,
    jwk text not null,
    valid_from timestamptz not null,
    valid_to timestamptz,
    revoked_from timestamptz,
    version integer not null
);

create table agreements.key_confirmation (
    key_id varchar(64) not null references agreements.own_key,
    partner varchar(64) not null references agreements.partner,
    asked_at timestamptz not null,
    confirmed_at timestamptz,
    refusal varchar(500),
    primary key (key_id, partner)
);

alter table agreements.partner_key add column revoked_from timestamptz;
alter table agreements.partner_key add column revocation_reason varchar(500);
alter table agreements.partner_key add column introduced_by varchar(64);
alter table agreements.partner_key add column introduced_at timestamptz;
alter table agreements.partner_key add column compared_at timestamptz;
