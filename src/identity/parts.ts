import type { FastifyRequest } from 'fastify';
import type { Fetch } from '#base/outgoing-fetch.ts';
import type { Settings } from '#base/settings.ts';
import type { Sql } from '#database/connect.ts';
import type { RunExpression } from './claims/scope-claims.ts';
import type { Expressions } from './expressions/expressions.ts';
import type { SecretBox } from './secret-box.ts';

/** What the identity provider is made of; the server puts it together. */
export interface IdentityParts {
  readonly sql: Sql;
  /** The settings in force, asked anew for every request. */
  settings(): Settings;
  readonly box: SecretBox;
  /** Prefix of every path, with a slash before it and none behind, or empty. */
  readonly base: string;
  /** Scheme and host under which a request reached us; IDENTITY_URL's where that is set. */
  originOf(request: FastifyRequest): string;
  /** How requests leave: clients are told of logouts. */
  readonly fetch: Fetch;
  /** The sandbox of expressions. */
  readonly expressions: Expressions;
  readonly runExpression: RunExpression;
}
