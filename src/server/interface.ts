import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { forbidden, HttpError } from '#base/http-error.ts';
import type { Sql } from '#database/connect.ts';
import { importRules } from '#domain/import/index.ts';
import { forgetDashboard, keepDashboard, readDashboard } from '#domain/pages/dashboard.ts';
import { pageFacts } from '#domain/pages/index.ts';
import { utilization } from '#domain/utilization/index.ts';
import { liveWorkers } from '#jobs/workers.ts';
import { registry } from '#models/registry.ts';
import type { ReadContext } from '#operations/read/context.ts';
import type { WriteRequest } from '#operations/write/transaction.ts';
import type { Condition } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import { accountRoutes } from '#surfaces/account/account-routes.ts';
import { bulkRoutes } from '#surfaces/bulk/bulk-routes.ts';
import { dashboardRoutes } from '#surfaces/dashboard/dashboard-routes.ts';
import { countRoutes } from '#surfaces/meta/count-routes.ts';
import { farColumnsRoute } from '#surfaces/meta/far-columns-route.ts';
import { measureRoute } from '#surfaces/meta/measure-route.ts';
import type { metaOf } from '#surfaces/meta/meta.ts';
import { metaRoutes } from '#surfaces/meta/meta-routes.ts';
import { pageRoutes } from '#surfaces/meta/page-routes.ts';
import { permissionRoutes } from '#surfaces/permissions/permission-routes.ts';
import type { Visitor } from '#surfaces/rest/parts.ts';
import { errorAnswer } from '#surfaces/rest/respond.ts';
import { searchRoutes } from '#surfaces/search/search-routes.ts';
import { settingsRoutes } from '#surfaces/settings/settings-routes.ts';
import { systemRoutes } from '#surfaces/system/system-routes.ts';
import type { Configuration } from './configuration.ts';
import type { LiveSettings } from './live-settings.ts';
import { netboxVersion, version } from './version.ts';

interface InterfaceOptions {
  readonly sql: Sql;
  readonly live: LiveSettings;
  readonly configuration: Configuration;
  readonly meta: () => ReturnType<typeof metaOf>;
  context(request: FastifyRequest): ReadContext;
  /** Throws where the credentials are refused. */
  visit(request: FastifyRequest): Promise<Visitor>;
  filter(model: Model, query: URLSearchParams): Promise<Condition>;
  /** What writing takes for whoever asks. */
  write(request: FastifyRequest, visitor: Visitor): WriteRequest;
  refuse(reply: FastifyReply, error: unknown): FastifyReply;
}

/** Puts what the interface asks for beside REST onto a server: all of `/patchbay/` but sessions, logins and identities. */
export async function addInterface(routes: FastifyInstance, options: InterfaceOptions): Promise<void> {
  const { sql, live, configuration, meta, filter, refuse } = options;
  const settings = () => live.current;
  /** Whoever asks: where LOGIN_REQUIRED is on, nobody unknown. */
  const visit = async (request: FastifyRequest): Promise<Visitor> => {
    const visitor = await options.visit(request);
    if (visitor.asker.userId === undefined && settings().LOGIN_REQUIRED) throw unknown();
    return visitor;
  };
  const pages = {
    registry,
    meta,
    visit: async (request: FastifyRequest) => {
      const { asker, permits } = await visit(request);
      return { context: options.context(request), settings: settings(), asker, permits };
    },
    filter,
    refuse,
  };
  await routes.register(metaRoutes, { meta });
  await routes.register(countRoutes, pages);
  await routes.register(accountRoutes, pages);
  await routes.register(permissionRoutes, pages);
  await routes.register(pageRoutes, { ...pages, facts: pageFacts });
  await routes.register(searchRoutes, pages);
  await routes.register(farColumnsRoute, pages);
  await routes.register(measureRoute, { ...pages, measures: utilization });
  await routes.register(dashboardRoutes, {
    settings,
    visit,
    refuse,
    read: (userId) => readDashboard(sql, userId),
    keep: (userId, dashboard) => keepDashboard(sql, userId, dashboard),
    forget: (userId) => forgetDashboard(sql, userId),
  });
  await routes.register(systemRoutes, {
    sql,
    registry,
    version,
    netboxVersion,
    settings,
    visit,
    refuse,
    workers: () => liveWorkers(sql),
  });
  await routes.register(settingsRoutes, {
    registry,
    sql,
    given: configuration.settings,
    settings,
    refresh: () => live.refresh(),
    visit,
    refuse,
  });
  await routes.register(bulkRoutes, {
    registry,
    writing: async (request: FastifyRequest) => {
      const visitor = await visit(request);
      if (visitor.asker.userId === undefined) throw unknown();
      if (!visitor.asker.mayWrite) throw forbidden();
      return options.write(request, { ...visitor, asker: { ...visitor.asker, whole: true } });
    },
    importRules,
    refuse,
    explain(error) {
      const answer = errorAnswer(error);
      if (answer) return detailOf(answer.json);
      console.error(error);
      return 'The server failed; its log says more.';
    },
  });
}

const unknown = (): HttpError => new HttpError(403, 'Authentication credentials were not provided.');

/** What an error's answer says, as one text. */
function detailOf(json: string | undefined): string {
  const body = JSON.parse(json ?? '{}') as { detail?: unknown };
  return typeof body.detail === 'string' ? body.detail : (json ?? '');
}
