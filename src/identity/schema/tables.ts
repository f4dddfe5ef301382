/** What the identity provider stores, all of it in our own schema; a NetBox on the same database never sees it. */
export const tablesSql = `
  create table if not exists patchbay.identity_key (
    id uuid primary key default gen_random_uuid(),
    name text not null unique,
    algorithm text not null,
    created timestamptz not null default now()
  );
  create table if not exists patchbay.identity_key_version (
    id bigint generated always as identity primary key,
    key_id uuid not null references patchbay.identity_key on delete cascade,
    kid text not null unique,
    public_jwk jsonb not null,
    private_sealed text not null,
    certificate text,
    created timestamptz not null default now(),
    verifies_until timestamptz
  );
  alter table patchbay.identity_key_version add column if not exists certificate_subject text;
  alter table patchbay.identity_key_version add column if not exists certificate_expires timestamptz;
  create unique index if not exists identity_key_version_signs on patchbay.identity_key_version (key_id)
    where verifies_until is null;

  create table if not exists patchbay.identity_user (
    id bigint generated always as identity primary key,
    uuid uuid not null unique default gen_random_uuid(),
    username text not null unique,
    name text not null default '',
    email text not null default '',
    is_active boolean not null default true,
    type text not null default 'internal',
    path text not null default 'users',
    attributes jsonb not null default '{}',
    password text not null default '!',
    password_changed timestamptz,
    created timestamptz not null default now(),
    last_login timestamptz
  );
  create index if not exists identity_user_email on patchbay.identity_user (lower(email));

  create table if not exists patchbay.identity_group (
    id uuid primary key default gen_random_uuid(),
    name text not null unique,
    is_superuser boolean not null default false,
    attributes jsonb not null default '{}',
    created timestamptz not null default now()
  );
  ${link('group_parent', ['group', 'group'], ['parent', 'group'])}
  create index if not exists identity_group_parent_parent on patchbay.identity_group_parent (parent_id);
  ${link('membership', ['user', 'user'], ['group', 'group'])}
  create index if not exists identity_membership_group on patchbay.identity_membership (group_id);

  create table if not exists patchbay.identity_scope_mapping (
    id uuid primary key default gen_random_uuid(),
    name text not null unique,
    managed text unique,
    scope_name text not null,
    description text not null default '',
    expression text not null,
    created timestamptz not null default now()
  );

  create table if not exists patchbay.identity_provider (
    id bigint generated always as identity primary key,
    name text not null unique,
    client_type text not null default 'confidential',
    client_id text not null unique,
    client_secret text not null default '',
    redirect_uris jsonb not null default '[]',
    signing_key_id uuid references patchbay.identity_key on delete restrict,
    sub_mode text not null default 'hashed_user_id',
    issuer_mode text not null default 'per_provider',
    consent text not null default 'implicit',
    include_claims_in_id_token boolean not null default true,
    access_code_validity integer not null default 60,
    access_token_validity integer not null default 300,
    refresh_token_validity integer not null default 2592000,
    logout_uri text not null default '',
    created timestamptz not null default now()
  );
  ${link('provider_mapping', ['provider', 'provider'], ['mapping', 'scope_mapping'])}

  create table if not exists patchbay.identity_application (
    id uuid primary key default gen_random_uuid(),
    name text not null unique,
    slug text not null unique,
    provider_id bigint unique references patchbay.identity_provider on delete set null,
    launch_url text not null default '',
    description text not null default '',
    publisher text not null default '',
    section text not null default '',
    policy_engine_mode text not null default 'any',
    created timestamptz not null default now()
  );
  ${link('application_group', ['application', 'application'], ['group', 'group'])}
  ${link('application_user', ['application', 'application'], ['user', 'user'])}

  create table if not exists patchbay.identity_entitlement (
    id uuid primary key default gen_random_uuid(),
    name text not null,
    application_id uuid not null references patchbay.identity_application on delete cascade,
    attributes jsonb not null default '{}',
    created timestamptz not null default now(),
    unique (application_id, name)
  );
  ${link('entitlement_group', ['entitlement', 'entitlement'], ['group', 'group'])}
  ${link('entitlement_user', ['entitlement', 'entitlement'], ['user', 'user'])}

  create table if not exists patchbay.identity_totp_device (
    id uuid primary key default gen_random_uuid(),
    user_id bigint not null references patchbay.identity_user on delete cascade,
    name text not null,
    secret_sealed text not null,
    confirmed boolean not null default false,
    last_step bigint not null default 0,
    created timestamptz not null default now(),
    last_used timestamptz
  );
  create index if not exists identity_totp_device_user on patchbay.identity_totp_device (user_id);
  create table if not exists patchbay.identity_passkey (
    id uuid primary key default gen_random_uuid(),
    user_id bigint not null references patchbay.identity_user on delete cascade,
    name text not null,
    credential_id text not null unique,
    public_key text not null,
    counter bigint not null default 0,
    transports jsonb not null default '[]',
    created timestamptz not null default now(),
    last_used timestamptz
  );
  create index if not exists identity_passkey_user on patchbay.identity_passkey (user_id);
  create table if not exists patchbay.identity_recovery_code (
    id uuid primary key default gen_random_uuid(),
    user_id bigint not null references patchbay.identity_user on delete cascade,
    digest text not null,
    created timestamptz not null default now(),
    unique (user_id, digest)
  );

  create table if not exists patchbay.identity_sign_in (
    digest text primary key,
    user_id bigint references patchbay.identity_user on delete cascade,
    methods jsonb not null default '[]',
    challenge text,
    expires timestamptz not null
  );
  create table if not exists patchbay.identity_consent (
    user_id bigint not null references patchbay.identity_user on delete cascade,
    provider_id bigint not null references patchbay.identity_provider on delete cascade,
    scopes jsonb not null,
    given timestamptz not null default now(),
    primary key (user_id, provider_id)
  );
  create table if not exists patchbay.identity_artifact (
    model text not null,
    digest text not null,
    payload jsonb not null,
    sealed_id text,
    grant_id text,
    uid text,
    user_code text,
    account_id bigint,
    client_id text,
    consumed bigint,
    created timestamptz not null default now(),
    expires timestamptz,
    primary key (model, digest)
  );
  create index if not exists identity_artifact_grant on patchbay.identity_artifact (grant_id) where grant_id is not null;
  create index if not exists identity_artifact_uid on patchbay.identity_artifact (uid) where uid is not null;
  create index if not exists identity_artifact_user_code on patchbay.identity_artifact (user_code)
    where user_code is not null;
  create index if not exists identity_artifact_account on patchbay.identity_artifact (account_id)
    where account_id is not null;
  create index if not exists identity_artifact_expires on patchbay.identity_artifact (expires);

  create table if not exists patchbay.identity_event (
    id bigint generated always as identity primary key,
    time timestamptz not null default now(),
    action text not null,
    username text not null default '',
    application text not null default '',
    address text,
    context jsonb not null default '{}'
  );
  create index if not exists identity_event_time on patchbay.identity_event (time);`;

type End = readonly [name: string, table: string];

/** A table of what belongs together, whose rows go with either end. Users and providers have numbers for keys, as clients know them. */
function link(table: string, ...ends: readonly [End, End]): string {
  const columns = ends.map(([name, to]) => {
    const type = to === 'user' || to === 'provider' ? 'bigint' : 'uuid';
    return `${name}_id ${type} not null references patchbay.identity_${to} on delete cascade`;
  });
  const key = ends.map(([name]) => `${name}_id`).join(', ');
  return `create table if not exists patchbay.identity_${table} (${columns.join(', ')}, primary key (${key}));`;
}
