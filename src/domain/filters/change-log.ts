import { through } from '#query/compare.ts';
import type { Behaviour } from '#query/filters/behaviour.ts';
import { reverseStep } from '#query/path.ts';
import { and } from '#query/tree.ts';
import { onPath, textsOf } from './on-path.ts';

const actions: Readonly<Record<string, readonly string[]>> = {
  created_by_request: ['create'],
  updated_by_request: ['update'],
  modified_by_request: ['create', 'update'],
};

/** Filters by what the change log keeps of an object. */
export const changeLog = {
  /** Objects that a request made or changed. */
  byRequest: ({ registry, model, filter, ...input }) => {
    const change = { registry, model: registry.get('core.objectchange') };
    return through(
      [reverseStep(model, change.model, 'changed_object')],
      and(onPath(change, 'request_id', textsOf(input)), onPath(change, 'action', actions[filter.name]!)),
    );
  },
} satisfies Record<string, Behaviour>;
