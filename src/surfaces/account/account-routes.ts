import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { grantsOf } from '#access/grants.ts';
import { HttpError } from '#base/http-error.ts';
import type { Settings } from '#base/settings.ts';
import { requestedOrder } from '#database/select/requested-order.ts';
import type { Asker } from '#operations/action.ts';
import type { ReadContext } from '#operations/read/context.ts';
import { listObjects } from '#operations/read/list-objects.ts';
import { conditionOf } from '#query/constraint.ts';
import { and, type Condition } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import type { Meta } from '../meta/meta.ts';
import type { Account, Unread } from './contract.ts';
import { readPage } from './read-page.ts';

export interface AccountParts {
  readonly registry: Registry;
  meta(): Meta;
  /** Throws where the credentials are refused or missing. */
  visit(request: FastifyRequest): Promise<{
    readonly context: ReadContext;
    readonly settings: Settings;
    readonly asker: Asker;
    permits(model: Model, action: string): Condition;
  }>;
  /** The answer to an error. */
  refuse(reply: FastifyReply, error: unknown): FastifyReply;
}

type Visit = Awaited<ReturnType<AccountParts['visit']>>;
type Handler = (visit: Visit & { readonly request: FastifyRequest; readonly userId: string }) => Promise<unknown>;

/**
 * What one's own account is, without a permission to look at users:
 * `GET /patchbay/account/` tells the user, the groups, and what may be done and why;
 * `GET /patchbay/account/unread/` how many notifications are unread;
 * `GET /patchbay/own/<app>/<endpoint>/` the objects of a model that are the asker's own, as REST serves them.
 */
export async function accountRoutes(app: FastifyInstance, parts: AccountParts): Promise<void> {
  const { registry, meta } = parts;
  const own =
    (answer: Handler) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      try {
        const visit = await parts.visit(request);
        const { userId } = visit.asker;
        if (userId === undefined) throw new HttpError(403, 'Authentication credentials were not provided.');
        void reply.header('cache-control', 'no-store').type('application/json');
        return reply.send(await answer({ ...visit, request, userId }));
      } catch (error) {
        return parts.refuse(reply, error);
      }
    };

  app.get(
    '/patchbay/account/',
    own(async ({ context, settings, userId }) => {
      const [user] = await context.sql.unsafe(
        `select u.username, u.first_name, u.last_name, u.email, u.is_superuser, u.password,
           to_char(u.date_joined at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as joined,
           to_char(u.last_login at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as seen, (
             select coalesce(json_agg(json_build_object('id', g.id, 'name', g.name) order by g.name), '[]')::text
             from users_user_groups ug join users_group g on g.id = ug.group_id where ug.user_id = u.id
           ) as groups
         from users_user u where u.id = $1`,
        [userId],
      );
      if (!user) throw new HttpError(404, 'Not found.');
      const account: Account = {
        id: Number(userId),
        username: user.username as string,
        first_name: user.first_name as string,
        last_name: user.last_name as string,
        email: user.email as string,
        is_superuser: user.is_superuser === 't',
        has_password: !String(user.password).startsWith('!') && user.password !== '',
        date_joined: user.joined as string | null,
        last_login: user.seen as string | null,
        groups: JSON.parse(user.groups as string) as Account['groups'],
        grants: await grantsOf(context.sql, { user: userId }, settings.DEFAULT_PERMISSIONS),
      };
      return account;
    }),
  );

  app.get(
    '/patchbay/account/unread/',
    own(async ({ context, userId }) => {
      const [row] = await context.sql.unsafe(
        'select count(*) from extras_notification where user_id = $1 and read is null',
        [userId],
        { prepare: true },
      );
      return { unread: Number(row!.count) } satisfies Unread;
    }),
  );

  app.get(
    '/patchbay/own/:app/:endpoint/',
    own(async ({ context, permits, request, userId }) => {
      const { app: name, endpoint } = request.params as { app: string; endpoint: string };
      const told = meta().models.get(`${name}/${endpoint}`);
      const model = told && registry.get(told.id);
      if (model?.fields.get('user')?.to !== 'users.user') throw new HttpError(404, 'Not found.');
      const query = new URLSearchParams(request.url.split('?')[1] ?? '');
      const { count, texts } = await listObjects({
        context,
        model,
        shape: context.shapes.of(model, 'full'),
        where: and(permits(model, 'view'), conditionOf(registry, model, 'user', Number(userId))),
        order: requestedOrder(registry, model, query),
        ...readPage(query),
      });
      return `{"count":${count},"results":[${[...texts].join(',')}]}`;
    }),
  );
}
