-- The signed rejection or withdrawal of a proposal, so that its whole history can be handed out.
alter table agreements.proposal add column closing_document text;
