import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { forbidden, HttpError } from '#base/http-error.ts';
import { type Settings, settingsTable } from '#base/settings.ts';
import type { Sql } from '#database/connect.ts';
import {
  activateRevision,
  createRevision,
  deleteRevision,
  dynamicSettings,
  listRevisions,
} from '#operations/settings/config-revisions.ts';
import type { Registry } from '#registry/registry.ts';
import type { Visitor } from '../rest/parts.ts';
import type { RevisionAsked, SettingsAnswer } from './contract.ts';

export interface SettingsParts {
  readonly registry: Registry;
  readonly sql: Sql;
  /** The settings that the program was started with: no revision changes them. */
  readonly given: Partial<Settings>;
  settings(): Settings;
  /** Has the settings read again at once. */
  refresh(): Promise<void>;
  /** Throws where the credentials are refused or missing. */
  visit(request: FastifyRequest): Promise<Pick<Visitor, 'asker' | 'permits'>>;
  /** The answer to an error. */
  refuse(reply: FastifyReply, error: unknown): FastifyReply;
}

type Handler = (request: FastifyRequest<{ Params: { key: string } }>, reply: FastifyReply) => Promise<FastifyReply>;

/**
 * The settings that change while the server runs, which NetBox has pages for and no API:
 * `GET /patchbay/settings/` tells each, and the revisions; `POST` keeps `{data, comment}` as a new one;
 * `POST /patchbay/settings/<id>/restore/` puts one in force again; `DELETE /patchbay/settings/<id>/` forgets one.
 */
export async function settingsRoutes(app: FastifyInstance, parts: SettingsParts): Promise<void> {
  const { sql, registry, given } = parts;
  const model = registry.get('core.configrevision');
  const guarded =
    (action: string, run: Handler): Handler =>
    async (request, reply) => {
      try {
        const { asker, permits } = await parts.visit(request);
        if (asker.userId === undefined) throw new HttpError(403, 'Authentication credentials were not provided.');
        if (permits(model, action).op === 'never' || (action !== 'view' && !asker.mayWrite)) throw forbidden();
        const { key } = request.params;
        if (key !== undefined && !/^\d{1,18}$/.test(key)) throw new HttpError(404, 'Not found.');
        return await run(request, reply.header('cache-control', 'no-store'));
      } catch (error) {
        return parts.refuse(reply, error);
      }
    };
  const answer = async (reply: FastifyReply, status: number) =>
    reply.code(status).send({
      settings: dynamicSettings.map((name) => ({
        name,
        value: parts.settings()[name],
        default: settingsTable[name].fallback,
        expected: settingsTable[name].expected,
        fixed: Object.hasOwn(given, name),
      })),
      revisions: await listRevisions(sql),
    } satisfies SettingsAnswer);
  const changed = async (reply: FastifyReply, { done, status = 200 }: { done: boolean; status?: number }) => {
    if (!done) throw new HttpError(404, 'Not found.');
    await parts.refresh();
    return answer(reply, status);
  };

  app.get(
    '/patchbay/settings/',
    guarded('view', (_request, reply) => answer(reply, 200)),
  );
  app.post(
    '/patchbay/settings/',
    guarded('add', async (request, reply) => {
      await createRevision(sql, { ...readRevision(request.body), given });
      return changed(reply, { done: true, status: 201 });
    }),
  );
  app.post(
    '/patchbay/settings/:key/restore/',
    guarded('change', async (request, reply) =>
      changed(reply, { done: await activateRevision(sql, request.params.key) }),
    ),
  );
  app.delete(
    '/patchbay/settings/:key/',
    guarded('delete', async (request, reply) =>
      changed(reply, { done: await deleteRevision(sql, request.params.key) }),
    ),
  );
}

function readRevision(body: unknown): { data: Record<string, unknown>; comment: string } {
  const { data, comment = '' } = (isObject(body) ? body : {}) as { readonly [name in keyof RevisionAsked]?: unknown };
  if (!isObject(data)) throw new HttpError(400, { data: ['An object of settings by name is expected.'] });
  if (typeof comment !== 'string') throw new HttpError(400, { comment: ['Not a valid string.'] });
  return { data, comment };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
