-- For which of its tenants a partner orders, where the agreement limits what one tenant may hold.
alter table broker.customer_order add column partner_tenant varchar(64);
alter table broker.customer_order add constraint only_partners_have_tenants_of_their_own
    check (partner_tenant is null or partner is not null);

-- What we call our own tenants before a host.
create table broker.tenant_pseudonym (
    agreement varchar(64) not null,
    tenant varchar(64) not null,
    pseudonym varchar(64) not null unique,
    primary key (agreement, tenant)
);
