-- When a site answered again after it was cut off, until it is swept; and why something is taken for an orphan.
alter table broker.orphan_sweep add column returned_at timestamptz;
alter table broker.orphan add column because text not null default 'A sweep found it, and no instance of ours is there by our books.';
alter table broker.orphan alter column because drop default;
