import type { QueryClient } from '@tanstack/react-query';
import { customFieldsQuery } from '../custom-fields/custom-fields-query.ts';
import { withCustomFields } from '../custom-fields/with-custom-fields.ts';
import { objectQuery } from '../detail/object-query.ts';
import { chosenColumns } from '../list/chosen-columns.ts';
import { blockQuery, blockSize, listAddress } from '../list/list-query.ts';
import { pageSize } from '../list/page-size.ts';
import { parseListState } from '../list/parse-list-state.ts';
import { shownColumns } from '../list/shown-columns.ts';
import { indexQuery } from '../meta/index-query.ts';
import { modelQuery } from '../meta/model-query.ts';
import { models } from '../meta/models.ts';
import { sessionQuery } from '../session/session-query.ts';
import { userConfigQuery } from '../session/user-config-query.ts';

/** Fetches what the page at a path will ask for; of a page that adds or imports objects, what is known of the model. */
export async function prefetchPage(client: QueryClient, path: string): Promise<void> {
  const [pathname = '', search = ''] = path.split('?');
  const [app, endpoint, id] = pathname.split('/').filter(Boolean);
  const index = await client.ensureQueryData(indexQuery);
  const summary = models(index).byPath.get(`${app}/${endpoint}`);
  if (!summary) return;
  if (id !== undefined && !/^\d+$/.test(id)) return void (await client.prefetchQuery(modelQuery(summary.path)));
  if (id) {
    await Promise.all([client.prefetchQuery(modelQuery(summary.path)), client.prefetchQuery(objectQuery(summary, id))]);
    return;
  }
  const { user } = await client.ensureQueryData(sessionQuery);
  const [meta, fields, config] = await Promise.all([
    client.ensureQueryData(modelQuery(summary.path)),
    client.ensureQueryData(customFieldsQuery(index.customFields, user)),
    client.ensureQueryData(userConfigQuery(user)),
  ]);
  const model = withCustomFields(meta, fields);
  const state = parseListState(new URLSearchParams(search), model);
  const columns = shownColumns(model, chosenColumns(model, config));
  const first = (state.page - 1) * pageSize(state.perPage);
  await client.prefetchQuery(blockQuery(model, listAddress({ model, state, columns }), Math.floor(first / blockSize)));
}
