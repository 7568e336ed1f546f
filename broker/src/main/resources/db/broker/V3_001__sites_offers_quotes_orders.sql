-- Sites, offers, quotes, orders and their instances.
create schema if not exists broker;

create table broker.site (
    site varchar(64) primary key,
    name varchar(200) not null,
    country varchar(2) not null,
    technology varchar(16) not null,
    address varchar(2000) not null,
    account varchar(255) not null,
    encrypted_secret text not null,
    region varchar(255) not null,
    state varchar(16) not null,
    capabilities jsonb,
    seen_at timestamptz,
    last_failure text,
    due_at timestamptz not null,
    version integer not null
);
create index site_due on broker.site (due_at);

-- What we last offered under each agreement.
create table broker.published_offer (
    agreement varchar(64) primary key,
    number bigint not null,
    content_hash varchar(71) not null,
    sent_at timestamptz not null,
    version integer not null
);

-- What a partner last offered us under each agreement.
create table broker.received_offer (
    agreement varchar(64) primary key,
    host varchar(64) not null,
    number bigint not null,
    document text not null,
    expires_at timestamptz not null,
    received_at timestamptz not null,
    version integer not null
);

create table broker.quote (
    quote uuid primary key,
    tenant varchar(64) not null,
    created_at timestamptz not null,
    valid_until timestamptz not null
);

create table broker.quote_line (
    quote uuid not null references broker.quote,
    position integer not null,
    name varchar(64) not null,
    operator varchar(64) not null,
    site varchar(64) not null,
    agreement varchar(64),
    technology varchar(16) not null,
    image varchar(255) not null,
    flavour varchar(255),
    replicas integer,
    vcpu_each numeric(18, 9),
    memory_gib_each numeric(18, 9),
    vcpu numeric(18, 9) not null,
    memory_gib numeric(18, 9) not null,
    disk_gib numeric(18, 9) not null,
    primary key (quote, position)
);

-- A customer is either a tenant of ours or a partner that orders under an agreement.
create table broker.customer_order (
    order_id varchar(64) primary key,
    name varchar(64) not null,
    tenant varchar(64),
    partner varchar(64),
    agreement varchar(64),
    idempotency_key varchar(128),
    quote uuid,
    state varchar(16) not null,
    reason text,
    created_at timestamptz not null,
    deadline timestamptz not null,
    version integer not null,
    check ((tenant is null) <> (partner is null)),
    check ((partner is null) = (agreement is null)),
    unique (tenant, idempotency_key)
);
create index customer_order_by_tenant on broker.customer_order (tenant, created_at desc);
create index customer_order_requested on broker.customer_order (created_at) where state = 'REQUESTED';
create index customer_order_placing on broker.customer_order (deadline) where state = 'PLACING';

create table broker.instance (
    instance varchar(64) primary key,
    order_id varchar(64) not null references broker.customer_order,
    position integer not null,
    name varchar(64) not null,
    operator varchar(64) not null,
    site varchar(64) not null,
    agreement varchar(64),
    on_peer boolean not null,
    technology varchar(16) not null,
    image varchar(255) not null,
    flavour varchar(255),
    replicas integer,
    vcpu_each numeric(18, 9),
    memory_gib_each numeric(18, 9),
    vcpu numeric(18, 9) not null,
    memory_gib numeric(18, 9) not null,
    disk_gib numeric(18, 9) not null,
    state varchar(16) not null,
    reason text,
    address varchar(255),
    started_at timestamptz,
    seen_at timestamptz,
    ended_at timestamptz,
    due_at timestamptz,
    attempts integer not null,
    version integer not null
);
create index instance_by_order on broker.instance (order_id, position);
create index instance_due on broker.instance (due_at) where due_at is not null;
create index instance_live_by_agreement on broker.instance (agreement) where state not in ('ENDED', 'FAILED');
create index instance_live_by_site on broker.instance (site) where state not in ('ENDED', 'FAILED');
