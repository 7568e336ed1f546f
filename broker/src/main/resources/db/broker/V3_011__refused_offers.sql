-- Why a partner refused what we offered, and when we offer it again.
alter table broker.published_offer add refusal text;
alter table broker.published_offer add retry_at timestamptz;
