-- Who read and who changed what (UU PDP 27/2022, articles 31 and 32). The application can only insert.
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
create index audit_entry_subject on audit_entry (kind, subject, id);
create index audit_entry_account on audit_entry (account_id, id);
grant select, insert on audit_entry to ${app_role};
