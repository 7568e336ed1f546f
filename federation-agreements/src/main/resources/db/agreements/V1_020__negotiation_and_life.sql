-- What is negotiated, everything that was ever proposed, and notices about signed agreements.
-- Only versions that both signed stay in agreement_version; an open proposal of the earlier form is to be made again.
delete from agreements.agreement_version where state <> 'SIGNED';

create table agreements.negotiation (
    agreement varchar(64) primary key,
    host varchar(64) not null,
    home varchar(64) not null,
    state varchar(16) not null,
    proposal varchar(71),
    number integer not null,
    answer_by timestamptz,
    counter varchar(71),
    counter_answer_by timestamptz,
    move varchar(71),
    follows varchar(71),
    closing varchar(16),
    reason text,
    since timestamptz not null,
    version integer not null
);
create index negotiation_due on agreements.negotiation (answer_by) where state in ('PROPOSED', 'RECEIVED');

create table agreements.proposal (
    hash varchar(71) primary key,
    agreement varchar(64) not null,
    number integer not null,
    round integer not null,
    proposer varchar(64) not null,
    document text not null,
    proposed_at timestamptz not null,
    closing varchar(16),
    reason text,
    closed_at timestamptz,
    version integer not null,
    unique (agreement, round)
);

create table agreements.agreement_notice (
    agreement varchar(64) not null,
    issuer varchar(64) not null,
    number integer not null,
    kind varchar(16) not null,
    state varchar(16) not null,
    effective_from timestamptz not null,
    document text not null,
    document_hash varchar(71) not null,
    refusal text,
    changed_at timestamptz not null,
    version integer not null,
    primary key (agreement, issuer, number)
);

create table agreements.draft (
    agreement varchar(64) primary key,
    move varchar(16) not null,
    terms text,
    target varchar(71),
    answer_by timestamptz not null,
    drafted_by varchar(255) not null,
    drafted_at timestamptz not null,
    version integer not null
);
