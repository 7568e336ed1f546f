-- Agreement versions: proposed by the host, signed by both over the same bytes.
create table agreements.agreement_version (
    agreement varchar(64) not null,
    number integer not null,
    host varchar(64) not null,
    home varchar(64) not null,
    state varchar(16) not null,
    document text not null,
    document_hash varchar(71) not null,
    changed_at timestamptz not null,
    version integer not null,
    primary key (agreement, number)
);
