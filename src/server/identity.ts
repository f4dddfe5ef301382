import type { FastifyInstance } from 'fastify';
import { HttpError } from '#base/http-error.ts';
import { outgoingFetch } from '#base/outgoing-fetch.ts';
import type { Settings } from '#base/settings.ts';
import type { Sql } from '#database/connect.ts';
import { createRunExpression } from '#identity/claims/run-expression.ts';
import { Expressions } from '#identity/expressions/expressions.ts';
import type { IdentityParts } from '#identity/parts.ts';
import { createSecretBox } from '#identity/secret-box.ts';
import { baseUrl } from './base-url.ts';
import type { Configuration } from './configuration.ts';

export interface IdentityOptions {
  readonly sql: Sql;
  settings(): Settings;
  readonly configuration: Configuration;
}

/**
 * An expression that takes longer is given up. It needs a few milliseconds; but a login without its roles is worse than a
 * late one, and a machine may be busy.
 */
const expressionMilliseconds = 10_000;

/** Puts the identity provider onto a server; what it is made of is loaded by those alone who turn it on. */
export async function addIdentity(routes: FastifyInstance, options: IdentityOptions): Promise<void> {
  const { mountIdentity } = await quietly(() => import('#identity/routes/mount-identity.ts'));
  await mountIdentity(routes, identityParts(options));
}

function identityParts({ sql, settings, configuration }: IdentityOptions): IdentityParts {
  const expressions = new Expressions({ milliseconds: expressionMilliseconds });
  return {
    sql,
    settings,
    box: createSecretBox(settings().SECRET_KEY),
    base: configuration.basePath && `/${configuration.basePath}`,
    originOf(request) {
      const url = settings().IDENTITY_URL || baseUrl(request, '');
      if (!URL.canParse(url)) throw new HttpError(400, 'The host that the request names is none.');
      return new URL(url).origin;
    },
    fetch: outgoingFetch(settings()),
    expressions,
    runExpression: createRunExpression(expressions, () => settings().SECRET_KEY),
  };
}

/**
 * Loads oidc-provider without its notice that it wants a later Node: on Node 20 all that it may lack is `URL.parse`.
 */
async function quietly<T>(load: () => Promise<T>): Promise<T> {
  const { warn } = console;
  console.warn = (...words: unknown[]) => {
    if (!String(words[0]).includes('Unsupported runtime')) warn(...words);
  };
  URL.parse ??= (text, base) => (URL.canParse(text, base) ? new URL(text, base) : null);
  try {
    return await load();
  } finally {
    console.warn = warn;
  }
}
