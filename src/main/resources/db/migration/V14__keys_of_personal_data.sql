-- Personal data are sealed (AES-GCM) with keys of their own, which the configured key wraps; whoever destroys a key has
-- erased what it sealed (UU PDP 27/2022, articles 35 and 43).
create table data_key (
    id uuid primary key,
    -- the complaint whose data it seals, once that is known
    owner bigint,
    -- names the configured key that wraps it
    master text not null,
    wrapped bytea,
    -- system times
    made_at timestamptz not null,
    destroyed_at timestamptz,
    check ((wrapped is null) = (destroyed_at is not null))
);
create index data_key_owner on data_key (owner) where owner is not null;
create index data_key_master on data_key (master, id) where wrapped is not null;
grant select, insert, update, delete on data_key to ${app_role};

alter table complaint add column key_id uuid references data_key;
-- the reporter's name
alter table complaint add column reporter bytea;
alter table complaint add check (not anonymous or reporter is null);
alter table complaint add check (reporter is null or key_id is not null);

-- a chunk that is sealed is a little longer
alter table file add column key_id uuid references data_key;
alter table file_chunk drop constraint file_chunk_content_check;
alter table file_chunk add constraint file_chunk_content_check check (octet_length(content) <= 262144 + 64);

alter table delivery add column sealed_body bytea;
