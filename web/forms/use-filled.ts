import { skipToken, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { NarrowsMeta } from '../../src/surfaces/meta/form-contract.ts';
import type { RestObject } from '../api/rest.ts';
import type { GetObject } from './extras/form-extra.ts';
import { useGetObject } from './extras/use-get-object.ts';
import { type Reference, toReference } from './fields/reference.ts';
import type { FullField, FullForm } from './full-form.ts';
import { fieldOf, type Held } from './held-values.ts';

/**
 * What the fields that aren't stored stand at while nobody touched them: the group of the tenant that the form was opened
 * with, say. Asked of the server after the form is shown.
 */
export function useFilled(form: FullForm, opened: Held, edited: RestObject | undefined): Held {
  const get = useGetObject();
  const asked = form.fields.flatMap((field) => {
    const start = toReference(field.narrows?.field && opened[field.narrows.field]);
    return start && opened[field.name] === undefined ? [{ field, start }] : [];
  });
  const found = useQueries({
    queries: asked.map(({ field, start }) => ({
      queryKey: ['narrowing', form.model, field.name, start.id],
      queryFn: () => lastOf({ get, start, way: field.narrows!.way! }),
    })),
    combine: (answers) => answers.map(({ data }) => data ?? null),
  });
  const fill = form.extra?.fill;
  const extra = useQuery({
    queryKey: ['extra', form.model, edited?.id],
    gcTime: 0,
    queryFn: fill && edited ? () => fill({ form, object: edited, get }) : skipToken,
  });
  const told = JSON.stringify(asked.map(({ field }, at) => [field.name, found[at]]));
  return useMemo(
    () => ({ ...extra.data, ...Object.fromEntries(JSON.parse(told) as [string, Reference | null][]) }),
    [told, extra.data],
  );
}

/** What the form holds, with what untouched fields that aren't stored stand at. */
export function withFilled(fields: readonly FullField[], held: Held, filled: Held): Held {
  const untouched = fields.filter(({ name, narrows, extra }) => (narrows || extra) && held[name] === undefined);
  return {
    ...held,
    ...Object.fromEntries(untouched.map((field) => [field.name, filled[field.name] ?? fieldOf(field).empty])),
  };
}

interface Way {
  readonly get: GetObject;
  readonly start: Reference;
  readonly way: NonNullable<NarrowsMeta['way']>;
}

/** Goes from an object along its relations; null where one is empty, or names several. */
async function lastOf({ get, start, way: [step, ...rest] }: Way): Promise<Reference | null> {
  if (!step) return start;
  const given = (await get(step.model, start.id))[step.field];
  const next = toReference(Array.isArray(given) ? (given.length === 1 ? given[0] : null) : given);
  return next && lastOf({ get, start: next, way: rest });
}
