-- The registry over time: agencies as a tree, what they were called, their contacts; officers who go on leave.

alter table agency
    add column parent_code text references agency check (parent_code <> code),
    add column phone text,
    add column email text,
    add column whatsapp text,
    add column address text,
    add column head_name text,
    add column head_position text,
    add column head_nip text,
    -- whoever took over its duties, once it was merged into another
    add column merged_into text references agency check (merged_into <> code),
    -- counts the changes, so that nobody overwrites what another did meanwhile
    add column version bigint not null default 0;

-- Other names by which people look for an agency.
create table agency_alias (
    agency_code text not null references agency,
    alias text not null,
    primary key (agency_code, alias)
);
grant select, insert, delete on agency_alias to ${app_role};

-- What an agency was called before; ended cases keep the name of their time.
create table former_name (
    id bigint generated always as identity primary key,
    agency_code text not null references agency,
    name text not null,
    alias text,
    -- domain time
    ended_at timestamptz not null
);
create index former_name_agency on former_name (agency_code, ended_at);
grant select, insert on former_name to ${app_role};

-- The name that the agency had at that time; without a time, the one it has now.
create function agency_name_at(of_code text, at timestamptz) returns text
    language sql stable parallel safe as
$$
    select coalesce(
        (select f.name from former_name f where f.agency_code = of_code and f.ended_at > at order by f.ended_at limit 1),
        (select a.name from agency a where a.code = of_code))
$$;
revoke execute on function agency_name_at(text, timestamptz) from public;
grant execute on function agency_name_at(text, timestamptz) to ${app_role};

alter table officer
    add column active boolean not null default true,
    add column version bigint not null default 0;

-- Letters recorded before have no scan; what makes a letter valid are its days.
alter table assignment_letter
    add column scan_id uuid references file,
    add column withdrawn_on date;

-- While an officer is on leave, another acts for the same agencies.
create table officer_leave (
    id bigint generated always as identity primary key,
    officer_id bigint not null references officer,
    substitute_id bigint not null references officer check (substitute_id <> officer_id),
    first_day date not null,
    last_day date not null,
    cancelled boolean not null default false,
    check (last_day >= first_day)
);
create index officer_leave_officer on officer_leave (officer_id);
grant select, insert, update on officer_leave to ${app_role};

-- Who may act for which agency and when, by a letter of his or her own or as a substitute: the one place that says so.
create view mandate as
    select l.officer_id, l.agency_code, l.valid_from, l.valid_until, null::bigint as stands_in_for
    from assignment_letter l join officer o on o.id = l.officer_id
    where o.active and l.withdrawn_on is null
    union all
    select v.substitute_id, l.agency_code, greatest(l.valid_from, v.first_day), least(l.valid_until, v.last_day), v.officer_id
    from officer_leave v
    join officer o on o.id = v.officer_id
    join officer s on s.id = v.substitute_id
    join assignment_letter l on l.officer_id = v.officer_id
    where o.active and s.active and not v.cancelled and l.withdrawn_on is null
    and l.valid_from <= v.last_day and l.valid_until >= v.first_day;
grant select on mandate to ${app_role};

-- What an agency has in hand: asked before it is closed or merged.
create index assignment_open on assignment (agency_code) where ended_at is null;

-- What was changed in the registry. The application can only insert.
create table registry_history (
    id bigint generated always as identity primary key,
    kind text not null check (kind in ('agency', 'officer')),
    -- an agency's code or an officer's id
    subject text not null,
    -- domain time
    happened_at timestamptz not null,
    account_id bigint,
    who text not null,
    what text not null,
    field text,
    old_value text,
    new_value text
);
create index registry_history_subject on registry_history (kind, subject, id);
grant select, insert on registry_history to ${app_role};

-- One row: changes of the registry take turns on it, and a preview knows by its number whether it is still true.
create table registry (
    one boolean primary key default true check (one),
    version bigint not null default 0
);
insert into registry default values;
grant select, update on registry to ${app_role};

-- A file that was uploaded and previewed, until it is applied or forgotten.
create table registry_import (
    id uuid primary key,
    kind text not null check (kind in ('AGENCIES', 'OFFICERS')),
    account_id bigint,
    -- system time
    made_at timestamptz not null,
    registry_version bigint not null,
    file_name text not null,
    content text not null
);
grant select, insert, delete on registry_import to ${app_role};

-- Sessions know the officer from now on; those of before don't.
delete from spring_session;
