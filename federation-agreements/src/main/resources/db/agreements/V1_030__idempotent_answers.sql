-- What a caller's Idempotency-Key asked for and was answered, stored with the work itself.
create table agreements.idempotent_answer (
    caller varchar(255) not null,
    idempotency_key varchar(128) not null,
    request_hash varchar(71) not null,
    asked_at timestamptz not null,
    status integer not null,
    location varchar(2000),
    body text,
    primary key (caller, idempotency_key)
);
