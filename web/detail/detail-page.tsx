import { useQuery } from '@tanstack/react-query';
import { ApiError } from '../api/api-error.ts';
import { useModel } from '../meta/use-model.ts';
import { Failure } from '../shell/failure.tsx';
import { NotFound } from '../shell/not-found.tsx';
import { text } from '../texts/text.ts';
import { isEmpty } from '../values/is-empty.ts';
import { Value } from '../values/value.tsx';
import { type ColumnPanel, Columns } from './columns.tsx';
import { CommentsPanel } from './comments-panel.tsx';
import { CustomFieldsPanel } from './custom-fields-panel.tsx';
import { DetailHeader } from './detail-header.tsx';
import styles from './detail-page.module.css';
import { DetailSkeleton } from './detail-skeleton.tsx';
import { FieldsPanel } from './fields-panel.tsx';
import { isJson } from './is-json.ts';
import { objectQuery } from './object-query.ts';
import { Panel } from './panel.tsx';
import { RelatedObjects } from './related-objects.tsx';

/** One object: what it is, what it points at, what points at it. */
export function DetailPage({ path, id }: { readonly path: string; readonly id: string }) {
  const model = useModel(path);
  const { data: object, error, refetch } = useQuery(objectQuery(model, id));
  if (error instanceof ApiError && error.status === 404) return <NotFound label={model.label} />;
  if (error) return <Failure title={text('detail.failed')} error={error} onRetry={() => void refetch()} />;
  if (!object) return <DetailSkeleton model={model} />;
  const tags = object.tags;
  const customFields = object.custom_fields;
  const comments = object.comments;
  const json = model.fields.filter((field) => isJson(field, object[field.name]));
  const panels: ColumnPanel[] = [
    ...model.panels.map((panel) => ({
      key: panel.label,
      lines: panel.fields.length,
      content: <FieldsPanel panel={panel} model={model} object={object} />,
    })),
    ...(isEmpty(customFields)
      ? []
      : [
          {
            key: 'customFields',
            lines: Object.keys(customFields as object).length,
            content: (
              <CustomFieldsPanel model={model} objectId={object.id} values={customFields as Record<string, unknown>} />
            ),
          },
        ]),
    ...(isEmpty(tags)
      ? []
      : [
          {
            key: 'tags',
            lines: 1,
            content: (
              <Panel title={text('detail.tags')}>
                <div className={styles.inset}>
                  <Value value={tags} view="tags" objectId={object.id} />
                </div>
              </Panel>
            ),
          },
        ]),
    ...(typeof comments === 'string' && comments
      ? [{ key: 'comments', lines: comments.split('\n').length, content: <CommentsPanel markdown={comments} /> }]
      : []),
    ...json.map((field) => ({
      key: field.name,
      lines: Math.min(16, JSON.stringify(object[field.name], null, 2).split('\n').length),
      content: (
        <Panel title={field.label}>
          <div className={styles.inset}>
            <Value value={object[field.name]} view="json" objectId={object.id} wide />
          </div>
        </Panel>
      ),
    })),
  ];
  return (
    <div className={styles.page}>
      <title>{`${String(object.display ?? object.id)} · ${text('app.name')}`}</title>
      <DetailHeader model={model} object={object} />
      <Columns panels={panels} />
      <RelatedObjects model={model} object={object} />
    </div>
  );
}
