-- Why a partner is in its state, and how it stands to us by its own last notice.
alter table agreements.partner add column state_reason varchar(500);
alter table agreements.partner add column theirs varchar(16);
alter table agreements.partner add column theirs_reason varchar(500);
