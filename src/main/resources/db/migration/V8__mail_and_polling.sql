-- Messages that are fetched, from the mailbox or from the portal's list, beside those that are handed over.

alter table raw_message drop constraint raw_message_channel_check;
alter table raw_message add constraint raw_message_channel_check
    check (channel in ('WEBHOOK', 'MANUAL', 'MAIL', 'POLL'));

-- What is fetched again is the same file: a folder that is read anew, a list that says what it said before.
create unique index raw_message_once on raw_message (channel, sha256) where channel in ('MAIL', 'POLL');

-- How far a mail folder has been read. Moved on in the transaction that keeps a mail.
create table mailbox_cursor (
    mailbox text primary key,
    uid_validity bigint not null,
    last_uid bigint not null
);
grant select, insert, update on mailbox_cursor to ${app_role};

-- Mails that the server did not hand out when they were asked for: the others go on, and these are asked for again.
create table mailbox_missed (
    mailbox text not null references mailbox_cursor,
    uid_validity bigint not null,
    uid bigint not null,
    attempts int not null,
    -- system time
    next_try_at timestamptz not null,
    primary key (mailbox, uid_validity, uid)
);
grant select, insert, update, delete on mailbox_missed to ${app_role};

-- How far the portal's list has been read, by the portal's time; and, by the system's, when to ask again.
create table poll_cursor (
    institution text primary key,
    updated_after timestamptz,
    next_at timestamptz not null
);
grant select, insert, update on poll_cursor to ${app_role};
