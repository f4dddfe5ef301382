import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { grantsOf } from '#access/grants.ts';
import { ConstraintError, tryConstraints } from '#access/try-constraints.ts';
import { forbidden, HttpError } from '#base/http-error.ts';
import type { Settings } from '#base/settings.ts';
import type { Asker } from '#operations/action.ts';
import type { ReadContext } from '#operations/read/context.ts';
import { countObjects } from '#operations/read/count-objects.ts';
import { conditionOf } from '#query/constraint.ts';
import { and, type Condition } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import type { Meta } from '../meta/meta.ts';
import { constraintFields } from './constraint-fields.ts';
import type { ConstraintFields, HeldPermissions, Tried, TryAnswer, TryAsked } from './contract.ts';

interface Visit {
  readonly context: ReadContext;
  readonly settings: Settings;
  readonly asker: Asker;
  permits(model: Model, action: string): Condition;
}

export interface PermissionParts {
  readonly registry: Registry;
  meta(): Meta;
  /** Throws where the credentials are refused or missing. */
  visit(request: FastifyRequest): Promise<Visit>;
  /** The answer to an error. */
  refuse(reply: FastifyReply, error: unknown): FastifyReply;
}

/**
 * What the pages of permissions ask:
 * `GET /patchbay/permissions/fields/<app>/<endpoint>/` what constraints on a model can name;
 * `POST /patchbay/permissions/try/` how many objects `{object_types, constraints, user}` would cover;
 * `GET /patchbay/permissions/users/<id>/` and `…/groups/<id>/` what somebody may do, and by which permission.
 */
export async function permissionRoutes(app: FastifyInstance, parts: PermissionParts): Promise<void> {
  const { registry, meta } = parts;
  const permission = registry.get('users.objectpermission');
  type Request = FastifyRequest<{ Params: Readonly<Record<string, string>> }>;
  const guarded =
    (actions: readonly string[], answer: (visit: Visit & { readonly request: Request }) => Promise<unknown>) =>
    async (request: Request, reply: FastifyReply): Promise<FastifyReply> => {
      try {
        const visit = await parts.visit(request);
        if (visit.asker.userId === undefined) throw new HttpError(403, 'Authentication credentials were not provided.');
        if (actions.every((action) => visit.permits(permission, action).op === 'never')) throw forbidden();
        void reply.header('cache-control', 'no-store');
        return reply.send(await answer({ ...visit, request }));
      } catch (error) {
        return parts.refuse(reply, error);
      }
    };

  app.get(
    '/patchbay/permissions/fields/:app/:endpoint/',
    guarded(['view', 'add', 'change'], async ({ request }) => {
      const told = meta().models.get(`${request.params.app}/${request.params.endpoint}`);
      if (!told) throw new HttpError(404, 'Not found.');
      return { fields: constraintFields(registry.get(told.id)) } satisfies ConstraintFields;
    }),
  );

  app.post(
    '/patchbay/permissions/try/',
    guarded(['add', 'change'], async (visit) => {
      const { types, constraints, user } = readTry(visit.request.body);
      const results: Tried[] = [];
      for (const type of types) {
        const model = registry.find(type);
        if (model?.rest) results.push(await tried(visit, model, { constraints, user }));
        else results.push({ type, error: 'There is no such type of objects.' });
      }
      return { results } satisfies TryAnswer;
    }),
  );

  async function tried(
    { context, asker, permits }: Visit,
    model: Model,
    { constraints, user }: { constraints: unknown; user: string | undefined },
  ): Promise<Tried> {
    const seen = permits(model, 'view');
    try {
      const where = tryConstraints(registry, model, constraints, user ?? asker.userId!);
      const [total, matched] = await countObjects(context, [
        { model, where: seen },
        { model, where: and(seen, where) },
      ]);
      return { type: model.name, matched: matched!, total: total! };
    } catch (error) {
      // 22: a value that the column can't hold; 42: a comparison that it doesn't know.
      if (error instanceof ConstraintError || /^(22|42)/.test(String((error as { code?: unknown }).code)))
        return { type: model.name, error: (error as Error).message };
      throw error;
    }
  }

  const holders = { users: 'users.user', groups: 'users.group' } as const;
  for (const [path, name] of Object.entries(holders))
    app.get(
      `/patchbay/permissions/${path}/:id/`,
      guarded(['view'], async ({ request, context, settings, permits }) => {
        const { id = '' } = request.params;
        const model = registry.get(name);
        const itself = /^\d{1,18}$/.test(id) ? conditionOf(registry, model, 'id', Number(id)) : undefined;
        const [seen] = itself
          ? await countObjects(context, [{ model, where: and(permits(model, 'view'), itself) }])
          : [];
        if (!seen) throw new HttpError(404, 'Not found.');
        const holder = path === 'users' ? { user: id } : { group: id };
        const [row] =
          path === 'users'
            ? await context.sql.unsafe('select is_superuser, is_active from users_user where id = $1', [id])
            : [];
        return {
          is_superuser: row?.is_superuser === 't',
          is_active: row ? row.is_active === 't' : true,
          grants: await grantsOf(context.sql, holder, settings.DEFAULT_PERMISSIONS),
        } satisfies HeldPermissions;
      }),
    );
}

function readTry(body: unknown): { types: readonly string[]; constraints: unknown; user: string | undefined } {
  const given = (typeof body === 'object' && body !== null ? body : {}) as {
    readonly [name in keyof TryAsked]?: unknown;
  };
  const { object_types: types, constraints = null, user } = given;
  if (!Array.isArray(types) || types.length > 200 || !types.every((type) => typeof type === 'string'))
    throw new HttpError(400, { object_types: ['A list of types ("app.model") is expected.'] });
  if (user !== undefined && user !== null && !Number.isSafeInteger(user))
    throw new HttpError(400, { user: ['A valid integer is required.'] });
  return { types: types as string[], constraints, user: typeof user === 'number' ? String(user) : undefined };
}
