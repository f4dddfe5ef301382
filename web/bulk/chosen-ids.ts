import type { ModelMeta } from '../../src/surfaces/meta/contract.ts';
import { request } from '../api/request.ts';
import type { RestList, RestObject } from '../api/rest.ts';
import type { Selection } from '../list/selection.ts';

/** What a list shows, as parameters of the API. */
export interface Chosen {
  readonly model: ModelMeta;
  readonly selection: Selection;
  /** The filters in force, as the API's parameters. */
  readonly scope: string;
}

const pageRows = 1000;
const idsAtOnce = 200;

/** The chosen objects with some of their fields, fetched page by page where all that match are chosen. */
export async function chosenObjects(
  { model, selection, scope }: Chosen,
  fields: readonly string[],
  signal?: AbortSignal,
): Promise<RestObject[]> {
  const wanted = `fields=${['id', 'display', ...fields].join(',')}&limit=${pageRows}`;
  const options = signal ? { signal } : {};
  if (!selection.all) {
    const ids = [...selection.ids];
    const objects: RestObject[] = [];
    for (let at = 0; at < ids.length; at += idsAtOnce) {
      const some = ids
        .slice(at, at + idsAtOnce)
        .map((id) => `id=${id}`)
        .join('&');
      objects.push(...(await request<RestList>(`/api/${model.api}/?${some}&${wanted}`, options)).results);
    }
    return objects;
  }
  const objects: RestObject[] = [];
  for (let offset = 0; ; offset += pageRows) {
    const page = await request<RestList>(
      `/api/${model.api}/?${scope}${scope && '&'}${wanted}&offset=${offset}`,
      options,
    );
    objects.push(...page.results.filter(({ id }) => !selection.ids.has(id)));
    if (page.results.length === 0 || offset + page.results.length >= page.count) return objects;
  }
}
