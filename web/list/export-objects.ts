import type { ModelMeta } from '../../src/surfaces/meta/contract.ts';
import { download } from '../api/download.ts';
import { request } from '../api/request.ts';
import type { RestList } from '../api/rest.ts';
import { filterParameters } from './format-list-state.ts';
import type { ListState } from './list-state.ts';

interface Export {
  readonly model: ModelMeta;
  readonly state: ListState;
  readonly format: 'json' | 'yaml';
  readonly onProgress: (done: number) => void;
}

const pageRows = 1000;

/** Saves all objects of a list, as the API serves them, page by page. */
export async function exportObjects({ model, state, format, onProgress }: Export): Promise<void> {
  const parameters = filterParameters(state);
  if (state.sort.length > 0) parameters.set('ordering', state.sort.join(','));
  parameters.set('limit', String(pageRows));
  const parts: string[] = [];
  const stringify = format === 'yaml' ? (await import('yaml')).stringify : undefined;
  let done = 0;
  for (;;) {
    parameters.set('offset', String(done));
    const page = await request<RestList>(`/api/${model.api}/?${parameters}`);
    if (stringify) parts.push(page.results.length > 0 ? stringify(page.results) : '');
    else parts.push(...page.results.map((object) => JSON.stringify(object, null, 1)));
    done += page.results.length;
    onProgress(done);
    if (page.results.length === 0 || done >= page.count) break;
  }
  const name = `${model.plural.replaceAll(' ', '-')}.${format}`;
  const content = stringify ? parts.join('') : `[${parts.join(',\n')}]\n`;
  download(name, format === 'yaml' ? 'text/yaml' : 'application/json', new Blob([content]));
}
