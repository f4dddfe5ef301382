import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ImportRules } from '#operations/import/import-rule.ts';
import type { WriteRequest } from '#operations/write/transaction.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';

/** What the interface's endpoints for many objects at once need. */
export interface BulkParts {
  readonly registry: Registry;
  /** Who asks, and what writing takes. Throws where the credentials are refused or missing. */
  writing(request: FastifyRequest): Promise<WriteRequest>;
  /** What imports take beyond fields. */
  readonly importRules: ImportRules;
  /** The answer to an error. */
  refuse(reply: FastifyReply, error: unknown): FastifyReply;
  /** What an error says, where the answer has begun; a fault of ours is logged, and says only that. */
  explain(error: unknown): string;
}

/** The part of a path that names a model. */
export interface ModelParams {
  readonly app: string;
  readonly endpoint: string;
}

/** The model that a path names and that can be written, by its address in the API or in the interface. */
export function writableModel({ registry }: BulkParts, { app, endpoint }: ModelParams): Model | undefined {
  const path = `${app}/${endpoint}`;
  const model = registry.byRest(path) ?? registry.models.find(({ web }) => web === path);
  return model && !model.readOnly && !model.actionsOnly ? model : undefined;
}
