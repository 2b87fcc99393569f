-- How accounts are guarded. All times are system times.

-- What has failed of late, by what it was tried with: a name (also one that nobody has), an address, a known browser.
create table attempt (
    key text primary key,
    failures int not null,
    since timestamptz not null,
    last_at timestamptz not null
);
create index attempt_last_at on attempt (last_at);
grant select, insert, update, delete on attempt to ${app_role};

-- Browsers that have signed in to an account before; only the hash of the cookie is kept.
create table known_browser (
    token_hash text not null,
    account_id bigint not null references account,
    last_at timestamptz not null,
    primary key (token_hash, account_id)
);
create index known_browser_last_at on known_browser (last_at);
grant select, insert, update, delete on known_browser to ${app_role};

-- Sessions by what was proved before this time have ended.
alter table account add column sessions_from timestamptz;

-- Who was invited has none yet.
alter table account alter column password_hash drop not null;

-- Links by which a person sets a password, at most one of each purpose for an account.
alter table one_time_link drop constraint one_time_link_purpose_check;
alter table one_time_link add column account_id bigint references account;
-- where the account's mails went when the link was made: once they go elsewhere, it works no longer
alter table one_time_link add column address text;
alter table one_time_link add constraint one_time_link_purpose_check
    check (purpose in ('FIRST_ADMINISTRATOR', 'INVITATION', 'PASSWORD_RESET'));
alter table one_time_link add constraint one_time_link_account_check
    check ((purpose = 'FIRST_ADMINISTRATOR') = (account_id is null));
create unique index one_time_link_account on one_time_link (account_id, purpose) where account_id is not null;

-- The mail that carries such a link is a notice without a complaint. The link is sealed until it is on its way.
alter table notice alter column tracking_id drop not null;
alter table notice alter column round drop not null;
alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check check (kind in (
    'FORWARDED', 'REASSIGNED', 'SENT_BACK', 'CITIZEN_WROTE', 'ANSWERED', 'RETURNED', 'INVITATION', 'PASSWORD_RESET'));
alter table notice add constraint notice_complaint_check
    check ((kind in ('INVITATION', 'PASSWORD_RESET')) = (tracking_id is null) and (tracking_id is null) = (round is null));
alter table notice add column key_id uuid references data_key;
alter table notice add column sealed_link bytea;
alter table notice add check (sealed_link is null or (tracking_id is null and key_id is not null));

-- Older sessions do not say where and when they were begun: people sign in once more.
delete from spring_session;
