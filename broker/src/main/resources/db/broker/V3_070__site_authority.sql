-- The certificates (PEM) of the authority that a site's own certificate comes from; null for the usual authorities.
alter table broker.site add column authority text;
