import type { MetaIndex, ModelSummary } from '../../src/surfaces/meta/contract.ts';

/** The models, found by name and by path. */
export interface Models {
  readonly index: MetaIndex;
  readonly byId: ReadonlyMap<string, ModelSummary>;
  /** By path in the interface, and by REST path where that differs. */
  readonly byPath: ReadonlyMap<string, ModelSummary>;
}

export function models(index: MetaIndex): Models {
  const byPath = new Map<string, ModelSummary>();
  for (const model of index.models) byPath.set(model.api, model).set(model.path, model);
  return { index, byId: new Map(index.models.map((model) => [model.id, model])), byPath };
}
