-- Who an account is at the regency's identity provider. The name is what the system administrator wrote; issuer and
-- subject are remembered at the first sign-in, and from then on only they count.
alter table account
    add column oidc_name text check (length(oidc_name) between 1 and 200),
    add column oidc_issuer text,
    add column oidc_subject text,
    add constraint account_oidc_whole check ((oidc_issuer is null) = (oidc_subject is null)),
    add constraint account_oidc_named check (oidc_subject is null or oidc_name is not null);
create unique index account_oidc_name on account (lower(oidc_name));
create unique index account_oidc_subject on account (oidc_issuer, oidc_subject);
