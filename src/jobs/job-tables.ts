import type { Queryable } from '#database/connect.ts';
import { inOwnSchema } from '#database/own-schema.ts';

/**
 * What NetBox's `core_job` has no columns for: what a job is to do, kept until it has ended, and who works. Nothing here
 * refers to NetBox's tables by a foreign key: a job whose row somebody deleted is left out, and swept away.
 */
const tables = `
  create table if not exists patchbay.job_worker (
    id integer primary key generated always as identity,
    name text not null unique,
    host text not null,
    pid integer not null,
    born timestamptz not null default now(),
    successful integer not null default 0,
    failed integer not null default 0,
    worked interval not null default '0'
  );
  create table if not exists patchbay.job (
    id bigint primary key,
    kind text not null,
    task text not null,
    worker integer,
    stopped boolean not null default false
  )`;

const made = new WeakSet<object>();

/** Sees that the tables of jobs are there: they are made for the first job, as a database isn't changed by being opened. */
export async function jobTables(sql: Queryable): Promise<void> {
  if (made.has(sql)) return;
  if (await hasJobTables(sql)) return;
  await sql.unsafe(inOwnSchema(tables)).simple();
  made.add(sql);
}

/** Whether they are: where not, no job of ours was ever made. */
export async function hasJobTables(sql: Queryable): Promise<boolean> {
  if (made.has(sql)) return true;
  const [found] = await sql.unsafe("select to_regclass('patchbay.job') is not null as there");
  if (found!.there === 't') made.add(sql);
  return found!.there === 't';
}
