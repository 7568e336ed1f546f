-- How much room we last told of under each agreement, and how what we told otherwise reads.
alter table broker.published_offer add column capacity_hash varchar(71) not null default '';
alter table broker.published_offer alter column capacity_hash drop default;
