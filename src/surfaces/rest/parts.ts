import type { FastifyRequest } from 'fastify';
import type { Settings } from '#base/settings.ts';
import type { Sql } from '#database/connect.ts';
import type { Keeper } from '#database/keeper.ts';
import type { defaultOrder } from '#database/select/default-order.ts';
import type { Action, Answer, Asker } from '#operations/action.ts';
import type { ContentTypes } from '#operations/read/content-types.ts';
import { ReadContext } from '#operations/read/context.ts';
import type { Shapes } from '#operations/read/shapes.ts';
import type { Rules } from '#operations/write/rules.ts';
import type { Condition } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import { addressTail } from './negotiate.ts';

/** Who asks, and what they may do. */
export interface Visitor {
  readonly asker: Asker;
  /** A `Set-Cookie` that prolongs the session, where one is due. */
  readonly cookie?: string | undefined;
  /** The database's state at that moment, where it is known. */
  readonly state?: string | undefined;
  /** How far it had written, where that is known. */
  readonly position?: string | undefined;
  permits(model: Model, action: string): Condition;
}

/** What this surface is composed of; everything that changes while the server runs is asked anew. */
export interface RestParts {
  readonly registry: Registry;
  readonly sql: Sql;
  readonly shapes: Shapes;
  readonly actions: readonly Action[];
  readonly rules: Rules;
  /** What stays true while nobody writes. */
  readonly keeper: Keeper;
  settings(): Settings;
  contentTypes(): ContentTypes;
  /** Scheme, host and base path that the client used. */
  baseUrl(request: FastifyRequest): string;
  /** Reads from where the visitor finds everything that was written before; `work` may be done twice. */
  reading<T>(visitor: Visitor, work: (sql: Sql) => Promise<T>): Promise<T>;
  /** Throws 403 for bad credentials. */
  authenticate(request: FastifyRequest): Promise<Visitor>;
  /** The condition that the query's filters make. Throws 400 keyed by parameter. */
  filter(model: Model, query: URLSearchParams, visitor: Visitor): Condition | Promise<Condition>;
  /** The order that `ordering` asks for. */
  order(model: Model, query: URLSearchParams): ReturnType<typeof defaultOrder>;
  /** Renders an export template with all objects of a list (`?export=<name>`). Throws 404 where there is none. */
  exportTemplate(
    name: string,
    list: { context: ReadContext; model: Model; keys: readonly string[]; permits: Visitor['permits'] },
  ): Promise<Answer>;
  options(model: Model, where: { detail: boolean; visitor: Visitor }): unknown;
}

/** The query of a request, kept as it was sent. */
export function queryOf(request: FastifyRequest): URLSearchParams {
  const at = request.url.indexOf('?');
  return new URLSearchParams(at < 0 ? '' : request.url.slice(at + 1));
}

/** The path of a request, without its query. */
export const pathOf = (request: FastifyRequest): string => request.url.split('?', 1)[0]!;

/** What one request reads with; one that only reads gives its visitor, and is spared what another has read. */
export const contextOf = (
  parts: RestParts,
  request: FastifyRequest,
  { visitor, sql = parts.sql }: { visitor?: Visitor; sql?: Sql } = {},
): ReadContext =>
  new ReadContext({
    sql,
    registry: parts.registry,
    shapes: parts.shapes,
    settings: parts.settings(),
    contentTypes: parts.contentTypes(),
    base: parts.baseUrl(request),
    tail: addressTail(queryOf(request)),
    keeper: parts.keeper,
    state: visitor?.state,
  });
