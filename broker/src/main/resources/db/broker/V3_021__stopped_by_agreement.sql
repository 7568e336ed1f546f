-- Why we stopped an instance without being asked to: its agreement was suspended or ended.
alter table broker.instance add column stopped_because text;
