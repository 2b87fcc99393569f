-- How long personal data of ended complaints are kept (UU PDP 27/2022, articles 16 and 43). The figures stay for ever.
create table retention_rule (
    classification text primary key check (classification in ('PENGAWASAN', 'NON_PENGAWASAN', 'ASPIRASI', 'INFORMASI')),
    months int not null check (months between 1 and 600)
);
grant select, update on retention_rule to ${app_role};
-- To be confirmed against the archive's own schedule (jadwal retensi arsip); the page changes them.
insert into retention_rule (classification, months)
values ('PENGAWASAN', 120), ('NON_PENGAWASAN', 60), ('ASPIRASI', 24), ('INFORMASI', 24);

-- What must not be erased, whatever its age: a dispute, an investigation.
create table legal_hold (
    tracking_id bigint primary key references complaint,
    reason text not null,
    -- domain time
    set_at timestamptz not null,
    set_by text not null
);
grant select, insert, update, delete on legal_hold to ${app_role};

-- domain time; what comes later may be erased again
alter table complaint add column erased_at timestamptz;
create index complaint_to_erase on complaint (classification, state_since) where state in ('CLOSED', 'ARCHIVED');

grant update (name) on file to ${app_role};
grant delete on attachment to ${app_role};
