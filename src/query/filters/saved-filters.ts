import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import { compare } from '../compare.ts';
import type { Find } from '../find.ts';
import { resolvePath } from '../path.ts';
import { and, or } from '../tree.ts';
import { contentTypeCondition, stepsTo } from './condition-of.ts';
import { wholeNumber } from './values/number.ts';

/**
 * The request's parameters together with those of the saved filters that it names by `filter` (slug) or `filter_id`:
 * enabled ones for the model that the asker may use. Others are ignored.
 */
export async function withSavedFilters(
  query: URLSearchParams,
  { registry, model, find, userId }: { registry: Registry; model: Model; find: Find; userId: string | undefined },
): Promise<URLSearchParams> {
  const slugs = query.getAll('filter').filter((slug) => slug !== '' && !slug.includes('\0'));
  const ids = query.getAll('filter_id').flatMap((id) => wholeNumber(id) ?? []);
  if (slugs.length === 0 && ids.length === 0) return query;
  const savedFilter = registry.get('extras.savedfilter');
  const equal = (path: string, values: readonly string[]) =>
    compare({ registry, model: savedFilter, path }, 'exact', values);
  const rows = await find({
    model: savedFilter,
    where: and(
      or(...(slugs.length > 0 ? [equal('slug', slugs)] : []), ...(ids.length > 0 ? [equal('id', ids)] : [])),
      equal('enabled', ['true']),
      or(equal('shared', ['true']), ...(userId === undefined ? [] : [equal('user', [userId])])),
      contentTypeCondition(stepsTo(registry, resolvePath(registry, savedFilter, 'object_types')), [model.name]),
    ),
    fields: ['parameters'],
  });
  const merged = new URLSearchParams(query);
  for (const [parameters] of rows)
    for (const [name, value] of Object.entries(JSON.parse(parameters ?? '{}') as Record<string, unknown>))
      for (const one of Array.isArray(value) ? value : [value]) merged.append(name, String(one));
  return merged;
}
