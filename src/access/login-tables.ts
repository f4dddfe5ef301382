import type { Queryable } from '#database/connect.ts';
import { inOwnSchema } from '#database/own-schema.ts';

/**
 * What only we remember of logins. Nothing here refers to NetBox's tables by a foreign key: they are NetBox's, and rows
 * whose object is gone are left out when they are read.
 */
const tables = `
  create table if not exists patchbay.login_session (
    session_key text primary key,
    user_id bigint not null,
    started timestamptz not null default now(),
    seen timestamptz not null default now(),
    address text,
    agent text,
    provider text,
    issuer text,
    subject text,
    provider_session text
  );
  create index if not exists login_session_user on patchbay.login_session (user_id);
  create index if not exists login_session_subject on patchbay.login_session (provider, subject);
  create table if not exists patchbay.login_membership (
    user_id bigint not null,
    group_id bigint not null,
    provider text not null,
    since timestamptz not null default now(),
    primary key (user_id, group_id, provider)
  );
  create table if not exists patchbay.login_attempt (
    provider text not null,
    uid text not null,
    username text,
    email text,
    claims jsonb not null,
    outcome text not null,
    at timestamptz not null default now(),
    primary key (provider, uid)
  );
  create table if not exists patchbay.login_test (
    user_id bigint primary key,
    provider text not null,
    result jsonb not null,
    at timestamptz not null default now()
  );
  create table if not exists patchbay.login_pending (
    state text primary key,
    browser text not null,
    provider text not null,
    data jsonb not null,
    started timestamptz not null default now()
  );
  create unlogged table if not exists patchbay.login_failure (
    key text primary key,
    failed integer not null,
    until timestamptz not null
  );
  create index if not exists login_failure_until on patchbay.login_failure (until)`;

const made = new WeakSet<object>();

/** Sees that the tables of logins are there: databases that NetBox made have none. */
export async function loginTables(sql: Queryable): Promise<void> {
  if (made.has(sql)) return;
  const [found] = await sql.unsafe("select to_regclass('patchbay.login_failure_until') is not null as there");
  if (found?.there !== 't') await sql.unsafe(inOwnSchema(tables)).simple();
  made.add(sql);
}
