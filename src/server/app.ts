import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { authenticate } from '#access/authenticate.ts';
import { identifyUser } from '#access/identify-user.ts';
import type { Identity } from '#access/identity.ts';
import { permissionCondition } from '#access/permissions.ts';
import type { SessionData } from '#access/session.ts';
import { HttpError } from '#base/http-error.ts';
import { outgoingFetch } from '#base/outgoing-fetch.ts';
import type { Sql } from '#database/connect.ts';
import { Keeper } from '#database/keeper.ts';
import type { Replicas } from '#database/replicas.ts';
import { finder } from '#database/select/find.ts';
import { requestedOrder } from '#database/select/requested-order.ts';
import { actions } from '#domain/actions/index.ts';
import { baseChoices } from '#domain/choice-sets/base-choices.ts';
import { computedBehaviours } from '#domain/computed/index.ts';
import { sourceJobs } from '#domain/core/sources/source-jobs.ts';
import { displayBehaviours } from '#domain/display/index.ts';
import { filterBehaviours } from '#domain/filters/index.ts';
import { importRules } from '#domain/import/index.ts';
import { definitionWriters } from '#domain/library/write-definitions.ts';
import { rules } from '#domain/rules/index.ts';
import { exportTemplate } from '#domain/templates/export-template.ts';
import { utilization } from '#domain/utilization/index.ts';
import { housekeeping, housekeepingJobs } from '#jobs/housekeeping.ts';
import { JobRunner } from '#jobs/job-runner.ts';
import type { AskAgain } from '#jobs/later-write.ts';
import { registry } from '#models/registry.ts';
import type { Asker } from '#operations/action.ts';
import { readContentTypes } from '#operations/read/content-types.ts';
import { ReadContext } from '#operations/read/context.ts';
import { Shapes } from '#operations/read/shapes.ts';
import { parseFilters } from '#query/filters/parse-filters.ts';
import { always, type Condition } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import type { ConfigurationFolder } from '#sso/folder/load-folder.ts';
import { providerClients } from '#sso/protocol/clients.ts';
import { logoutTarget } from '#sso/routes/logout-target.ts';
import { ssoRoutes } from '#sso/routes/sso-routes.ts';
import { readSsoSettings } from '#sso/settings/read-sso-settings.ts';
import { importJobs } from '#surfaces/bulk/import-jobs.ts';
import { exportList } from '#surfaces/export/export-list.ts';
import type { ExportParts } from '#surfaces/export/export-parts.ts';
import { mountGraphql } from '#surfaces/graphql/plugin.ts';
import { mountMedia } from '#surfaces/media/media.ts';
import { metaOf } from '#surfaces/meta/meta.ts';
import { openApiPlugin } from '#surfaces/openapi/plugin.ts';
import { bulkWriteJobs } from '#surfaces/rest/background.ts';
import { optionsOf } from '#surfaces/rest/options.ts';
import { queryOf, type Visitor } from '#surfaces/rest/parts.ts';
import { errorAnswer, respond } from '#surfaces/rest/respond.ts';
import { mountRest } from '#surfaces/rest/rest.ts';
import { onCollection } from '#surfaces/rest/writes.ts';
import { sessionRoutes } from '#surfaces/session/session-routes.ts';
import { authenticationCheck } from '#surfaces/tokens/authentication-check.ts';
import { provisionToken } from '#surfaces/tokens/provision-token.ts';
import { userConfig } from '#surfaces/user-config/user-config.ts';
import { baseUrl } from './base-url.ts';
import type { Configuration } from './configuration.ts';
import { createListener } from './create-listener.ts';
import { crossOrigin } from './cross-origin.ts';
import { addIdentity } from './identity.ts';
import { addInterface } from './interface.ts';
import type { LiveSettings } from './live-settings.ts';
import type { Route } from './served-routes.ts';
import { pageAlone, serveStatic } from './static.ts';
import { netboxVersion, version } from './version.ts';
import { webDirectory } from './web-directory.ts';

export interface AppOptions {
  sql: Sql;
  settings: LiveSettings;
  /** Where reads may go besides. */
  replicas?: Replicas;
  configuration: Configuration;
  /** Where steps of one's own are found. */
  folder?: ConfigurationFolder;
}

export interface App {
  /** What keeps single sign-on from working, for the administrator. */
  readonly problems: readonly string[];
  readonly routes: readonly Route[];
  /** Starts to listen; returns the address. */
  listen(target: { host: string; port: number }): Promise<string>;
  close(): Promise<void>;
}

/** The HTTP application: every surface, on one listener. */
export async function createApp({ sql, settings: live, replicas, configuration, folder }: AppOptions): Promise<App> {
  const settings = () => live.current;
  const { basePath } = configuration;
  const sso = readSsoSettings(settings(), (name) => folder?.step(name));
  let contentTypes = await readContentTypes(sql);
  const shapes = new Shapes(registry, {
    computed: computedBehaviours,
    display: displayBehaviours,
    baseChoices: baseChoices(settings()),
  });
  const find = finder(sql);
  const keeper = new Keeper();
  const { server, routes } = await createListener(live);
  server.addHook('onRequest', crossOrigin(settings, basePath));

  const meta = once(() => metaOf(registry, { version, measures: utilization }));
  const urlOf = (request: FastifyRequest) => baseUrl(request, basePath);
  const contextOf = (request: FastifyRequest) =>
    new ReadContext({ sql, registry, shapes, settings: settings(), contentTypes, base: urlOf(request) });

  const permitsOf = (identity: Identity) => (model: Model, action: string) =>
    permissionCondition({ registry, identity, model, action, settings: settings() });
  const visit = async ({ headers, method, ip }: FastifyRequest): Promise<Visitor> => {
    const identity = await authenticate({ sql, settings: settings(), request: { headers, method, address: ip } });
    await Promise.all([identity.token?.noted, live.meet(identity.revision)]);
    const asker: Asker = {
      userId: identity.user?.id,
      username: identity.user?.username,
      isSuperuser: identity.user?.isSuperuser ?? false,
      by: identity.token ? 'token' : identity.session ? 'session' : 'none',
      mayWrite: identity.token ? identity.token.writeEnabled : identity.session !== null,
      whole: headers['x-patchbay-whole'] !== undefined,
    };
    return {
      asker,
      permits: permitsOf(identity),
      cookie: identity.session?.renewal ?? undefined,
      state: identity.state,
      position: identity.position,
    };
  };
  const filter = async (model: Model, query: URLSearchParams, userId?: string): Promise<Condition> => {
    const parsed = await parseFilters({
      registry,
      model,
      query,
      find,
      behaviours: filterBehaviours,
      timeZone: settings().TIME_ZONE,
      userId,
    });
    if ('errors' in parsed) throw new HttpError(400, parsed.errors);
    return parsed.condition;
  };

  const reading = <T>({ position }: Pick<Visitor, 'position'>, work: (sql: Sql) => Promise<T>): Promise<T> =>
    replicas ? replicas.read(position, work) : work(sql);

  const refuse = (reply: FastifyReply, error: unknown): FastifyReply => {
    const answer = errorAnswer(error);
    if (!answer) throw error;
    return respond(reply, answer);
  };

  const askAgain: AskAgain = async (own, { userId, by, whole, base, requestId }) => {
    const identity = await identifyUser(own, settings(), userId);
    if (typeof identity === 'string') return identity;
    const { username, isSuperuser } = identity.user!;
    const asker: Asker = { userId, username, isSuperuser, by, mayWrite: true, whole: whole === true };
    return {
      sql: own,
      shapes,
      settings: settings(),
      contentTypes,
      asker,
      rules,
      base,
      requestId,
      permits: permitsOf(identity),
    };
  };
  /** The server's own writing, for nobody or in the name of a user. */
  const ownRequest = async (own: Sql, userId: string | null) => {
    const [user] = userId === null ? [] : await own.unsafe('select username from users_user where id = $1', [userId]);
    const asker: Asker = {
      userId: user ? userId! : undefined,
      username: user?.username as string | undefined,
      isSuperuser: true,
      by: 'none',
      mayWrite: true,
    };
    return { sql: own, shapes, settings: settings(), contentTypes, asker, rules, base: '', permits: () => always };
  };
  const jobs = new JobRunner({
    sql,
    settings,
    recurring: [housekeeping],
    kinds: [
      housekeepingJobs(settings),
      sourceJobs({ closed: [configuration.dataDirectory], request: ownRequest }),
      bulkWriteJobs({ registry, askAgain, perform: onCollection }),
      importJobs({ registry, askAgain, importRules }),
    ],
  });

  const exports: ExportParts = {
    registry,
    base: basePath ? `/${basePath}/` : '/',
    loginRequired: () => settings().LOGIN_REQUIRED,
    documents: definitionWriters,
    columns: (model) => meta().models.get(model.rest!)?.columns ?? [],
    context: contextOf,
    visit,
    filter: (model, query, { asker }) => filter(model, query, asker.userId),
    order: (model, query) => requestedOrder(registry, model, query),
    template: (name, { model, keys, context }, { permits }) =>
      exportTemplate(name, { context: context(), model, keys, permits }),
  };

  await server.register(
    async (routes: FastifyInstance) => {
      mountRest(routes, {
        registry,
        sql,
        shapes,
        actions: [...actions, authenticationCheck, provisionToken, userConfig],
        rules,
        keeper,
        settings,
        contentTypes: () => contentTypes,
        baseUrl: urlOf,
        reading,
        authenticate: visit,
        filter: (model, query, visitor) => filter(model, query, visitor.asker.userId),
        order: (model, query) => requestedOrder(registry, model, query),
        exportTemplate,
        options: (model, { detail, visitor }) =>
          optionsOf({
            registry,
            settings: settings(),
            model,
            detail,
            mayAdd: visitor.asker.mayWrite && visitor.permits(model, 'add').op !== 'never',
            mayChange: visitor.asker.mayWrite && visitor.permits(model, 'change').op !== 'never',
          }),
      });
      mountGraphql<Visitor>(routes, {
        registry,
        sql,
        shapes,
        settings,
        contentTypes: () => contentTypes,
        baseUrl: urlOf,
        reading,
        authenticate: visit,
        filter: (model, query, visitor) => filter(model, query, visitor.asker.userId),
        page: pageAlone('graphiql', { directory: webDirectory(), basePath }),
      });
      const ssoParts = {
        sql,
        sso,
        settings,
        client: providerClients({ fetch: outgoingFetch(settings()) }),
        baseUrl: urlOf,
        basePath,
      };
      await routes.register(sessionRoutes, {
        sql,
        registry,
        settings,
        version,
        netboxVersion,
        logoutTarget: (request: FastifyRequest, data: SessionData) => logoutTarget(request, data, ssoParts),
      });
      await routes.register(ssoRoutes, ssoParts);
      if (settings().IDENTITY_ENABLED) await addIdentity(routes, { sql, settings, configuration });
      await routes.register(openApiPlugin, {
        registry,
        settings: settings(),
        basePath: basePath ? `/${basePath}` : '',
        page: pageAlone('rest-docs', { directory: webDirectory(), basePath }),
      });
      await addInterface(routes, {
        sql,
        live,
        configuration,
        meta,
        context: contextOf,
        visit,
        filter: (model, query) => filter(model, query),
        write: (request, { asker, permits }) => ({
          sql,
          shapes,
          settings: settings(),
          contentTypes,
          asker,
          permits,
          rules,
          base: urlOf(request),
          requestId: request.id,
        }),
        refuse,
      });
      if (configuration.replay)
        routes.post('/api/replay-reset/', async (_request, reply) => {
          contentTypes = await readContentTypes(sql);
          return reply.code(204).send();
        });
      mountMedia(routes, { registry, settings, context: contextOf, visit });
      await routes.register(serveStatic, {
        directory: webDirectory(),
        basePath,
        isList: (path: string) => meta().models.has(path),
        isPage: (path: string) => meta().paths.has(path),
        exportList: (request, reply, path) =>
          exportList(exports, {
            request,
            model: registry.get(meta().models.get(path)!.id),
            query: queryOf(request),
          }).then(
            (answer) => respond(reply, answer),
            (error) => refuse(reply, error),
          ),
      });
    },
    { prefix: basePath ? `/${basePath}` : '' },
  );
  return {
    problems: [...sso.providers.values()].flatMap(({ problem }) => problem ?? []),
    routes,
    async listen(target) {
      const address = await server.listen(target);
      // Rows that change underneath, jobs among them, are nobody's to work on.
      if (!configuration.replay) void jobs.start();
      return address;
    },
    async close() {
      await server.close();
      await jobs.stop();
    },
  };
}

/** The value of `make`, made when first asked for. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
