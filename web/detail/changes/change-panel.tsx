import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { request } from '../../api/request.ts';
import type { RestChoice, RestList } from '../../api/rest.ts';
import { useModel } from '../../meta/use-model.ts';
import { useModels } from '../../meta/use-models.ts';
import type { PictureProperties } from '../../pictures/picture-properties.ts';
import { text } from '../../texts/text.ts';
import { Panel } from '../panel.tsx';
import { AttachedTable } from '../tabs/attached-table.tsx';
import { ChangeDifference } from './change-difference.tsx';

/** What a change of the change log changed, and what else the same request did. */
export function ChangePanel({ model, object }: PictureProperties) {
  const changed = useModels().byId.get(String(object.changed_object_type));
  const action = String((object.action as RestChoice).value);
  const { data } = useQuery({
    queryKey: ['object', model.id, String(object.id), 'request'],
    queryFn: ({ signal }) =>
      request<RestList>(`/api/${model.api}/?request_id=${String(object.request_id)}&limit=50`, { signal }),
  });
  const others = data?.results.filter(({ id }) => id !== object.id) ?? [];
  const difference = { action, before: object.prechange_data, after: object.postchange_data };
  return (
    <>
      <Panel title={text('changes.title')}>
        <Suspense fallback={null}>
          {changed ? <Named path={changed.path} {...difference} /> : <ChangeDifference {...difference} fields={[]} />}
        </Suspense>
      </Panel>
      {others.length > 0 && (
        <Panel title={text('changes.same')}>
          <AttachedTable
            path={model.path}
            rows={others}
            without={['pk', 'request_id', 'user', 'user_name', 'full_name']}
          />
        </Panel>
      )}
    </>
  );
}

/** The difference with the names that the changed model's fields have. */
function Named({ path, ...rest }: { path: string; action: string; before: unknown; after: unknown }) {
  return <ChangeDifference {...rest} fields={useModel(path).fields} />;
}
