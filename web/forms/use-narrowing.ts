import { type QueryClient, useQueries, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { NarrowsMeta } from '../../src/surfaces/meta/form-contract.ts';
import { request } from '../api/request.ts';
import type { RestObject } from '../api/rest.ts';
import type { Models } from '../meta/models.ts';
import { useModels } from '../meta/use-models.ts';
import { type Reference, toReference } from './fields/reference.ts';
import type { FullField, FullForm } from './full-form.ts';
import type { Held } from './held-values.ts';

/**
 * What the fields that only narrow stand at while nobody touched them: the group of the tenant that the form was opened
 * with, say. Asked of the server after the form is shown.
 */
export function useNarrowing(form: FullForm, opened: Held): Held {
  const client = useQueryClient();
  const models = useModels();
  const asked = form.fields.flatMap((field) => {
    const start = toReference(field.narrows?.field && opened[field.narrows.field]);
    return start && opened[field.name] === undefined ? [{ field, start }] : [];
  });
  const found = useQueries({
    queries: asked.map(({ field, start }) => ({
      queryKey: ['narrowing', form.model, field.name, start.id],
      queryFn: () => lastOf({ client, models, start, way: field.narrows!.way! }),
    })),
    combine: (answers) => answers.map(({ data }) => data ?? null),
  });
  const told = JSON.stringify(asked.map(({ field }, at) => [field.name, found[at]]));
  return useMemo(() => Object.fromEntries(JSON.parse(told) as [string, Reference | null][]), [told]);
}

/** What the form holds, with what untouched narrowing fields stand at. */
export function withNarrowing(fields: readonly FullField[], held: Held, filled: Held): Held {
  const untouched = fields.filter(({ name, narrows }) => narrows && held[name] === undefined);
  return { ...held, ...Object.fromEntries(untouched.map(({ name }) => [name, filled[name] ?? null])) };
}

interface Way {
  readonly client: QueryClient;
  readonly models: Models;
  readonly start: Reference;
  readonly way: NonNullable<NarrowsMeta['way']>;
}

/** Goes from an object along its relations; null where one is empty, or names several. */
async function lastOf({ client, models, start, way: [step, ...rest] }: Way): Promise<Reference | null> {
  if (!step) return start;
  const address = `/api/${models.byId.get(step.model)?.api}/${start.id}/`;
  const object = await client.fetchQuery({
    queryKey: ['part', address],
    queryFn: ({ signal }) => request<RestObject>(address, { signal }),
  });
  const given = object[step.field];
  const next = toReference(Array.isArray(given) ? (given.length === 1 ? given[0] : null) : given);
  return next && lastOf({ client, models, start: next, way: rest });
}
