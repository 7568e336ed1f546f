-- Whether an order is wanted as a whole only, and what is held for orders before they are placed.
alter table broker.customer_order add column completeness varchar(16) not null default 'ALL';
alter table broker.customer_order alter column completeness drop default;

-- As home operator: by when the partners must have answered whether they hold their parts.
alter table broker.customer_order add column holds_due_at timestamptz;
create index customer_order_holding on broker.customer_order (holds_due_at) where state = 'HOLDING';

-- As host: the hash of the hold that we gave, and until when it is good.
alter table broker.customer_order add column hold varchar(71) unique;
alter table broker.customer_order add column held_until timestamptz;
create index customer_order_held on broker.customer_order (held_until) where state = 'HELD';
create index customer_order_held_by_agreement on broker.customer_order (agreement) where state = 'HELD';

-- As home operator: the hash of the hold that an instance's host gave, and when the instance was ordered from its host.
alter table broker.instance add column hold varchar(71);
alter table broker.instance add column ordered_at timestamptz;
update broker.instance i set ordered_at = o.created_at from broker.customer_order o
where o.order_id = i.order_id and i.on_peer and o.state <> 'REQUESTED';
