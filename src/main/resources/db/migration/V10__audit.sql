-- Who read and who changed what (UU PDP 27/2022, articles 31 and 32). The application can only insert and look.
create table audit_entry (
    id bigint generated always as identity primary key,
    -- system time
    at timestamptz not null,
    account_id bigint,
    who text not null,
    deed text not null,
    kind text not null,
    subject text,
    detail text,
    -- where the request came from
    address text
);
-- Each search of the log goes by one of these, newest first.
create index audit_entry_at on audit_entry (at, id);
create index audit_entry_account on audit_entry (account_id, at, id);
create index audit_entry_account_deed on audit_entry (account_id, deed, at, id);
create index audit_entry_deed on audit_entry (deed, at, id);
create index audit_entry_subject on audit_entry (subject, at, id) where subject is not null;
create index audit_entry_address on audit_entry (address, at, id) where address is not null;
grant select, insert on audit_entry to ${app_role};

-- The chain: each seal holds the digests of its entries, and its hash those of all seals before it.
create table audit_seal (
    -- 1, 2, 3 … without a gap
    id bigint primary key check (id > 0),
    -- system time
    sealed_at timestamptz not null,
    entry_ids bigint[] not null check (cardinality(entry_ids) > 0),
    -- SHA-256 of each entry, 32 bytes each, in the same order
    entry_hashes bytea not null check (octet_length(entry_hashes) = 32 * cardinality(entry_ids)),
    -- the hash of the seal before; unique, so that the chain never forks
    previous bytea not null unique check (octet_length(previous) = 32),
    hash bytea not null unique check (octet_length(hash) = 32),
    -- the greatest id that any seal until here holds: where the next one begins to look
    upto bigint not null
);
create index audit_seal_at on audit_seal (sealed_at);
grant select, insert on audit_seal to ${app_role};

-- Grants keep the application out; this keeps out everybody else who does not mean it.
create function the_log_only_grows() returns trigger language plpgsql as $$
begin
    raise exception '% only grows', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger the_log_only_grows before update or delete or truncate on audit_entry
    for each statement execute function the_log_only_grows();
create trigger the_log_only_grows before update or delete or truncate on audit_seal
    for each statement execute function the_log_only_grows();
