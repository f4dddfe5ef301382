import type { FastifyRequest } from 'fastify';
import type { OrderSql } from '#database/select/default-order.ts';
import type { Answer, Asker } from '#operations/action.ts';
import type { ReadContext } from '#operations/read/context.ts';
import type { Condition } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import type { ColumnMeta } from '../meta/contract.ts';

/** Who exports, and what they may see. */
export interface Exporter {
  readonly asker: Asker;
  permits(model: Model, action: string): Condition;
}

/** What is exported: some or all objects of a list, in its order. */
export interface Exported {
  readonly model: Model;
  readonly keys: readonly string[];
  /** A new one for each part of the objects: what it has read is forgotten with it. */
  context(): ReadContext;
}

/** Writes objects as documents: one text each, without what stands between them. */
export type DocumentWriter = (context: ReadContext, keys: readonly string[]) => Promise<string[]>;

/** What exports are composed of. */
export interface ExportParts {
  readonly registry: Registry;
  /** The path of the interface, with slashes at its ends. */
  readonly base: string;
  loginRequired(): boolean;
  /** Models that NetBox exports as YAML where nothing else is asked for. */
  readonly documents: Readonly<Record<string, DocumentWriter>>;
  columns(model: Model): readonly ColumnMeta[];
  context(request: FastifyRequest): ReadContext;
  visit(request: FastifyRequest): Promise<Exporter>;
  filter(model: Model, query: URLSearchParams, exporter: Exporter): Condition | Promise<Condition>;
  order(model: Model, query: URLSearchParams): OrderSql;
  /** Renders the export template of a name. Throws 404 where there is none that the exporter may see. */
  template(name: string, exported: Exported, exporter: Exporter): Promise<Answer>;
}
