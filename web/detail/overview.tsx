import { Suspense } from 'react';
import type { ModelMeta } from '../../src/surfaces/meta/contract.ts';
import type { RestObject } from '../api/rest.ts';
import { pictures } from '../pictures/pictures.ts';
import { text } from '../texts/text.ts';
import { isEmpty } from '../values/is-empty.ts';
import { Value } from '../values/value.tsx';
import { type ColumnPanel, Columns } from './columns.tsx';
import { CommentsPanel } from './comments-panel.tsx';
import { CustomFieldsPanel } from './custom-fields-panel.tsx';
import styles from './detail-page.module.css';
import { FieldsPanel } from './fields-panel.tsx';
import { isJson } from './is-json.ts';
import { Panel } from './panel.tsx';
import { RelatedObjects } from './related-objects.tsx';

interface Properties {
  readonly model: ModelMeta;
  readonly object: RestObject;
}

/** The object itself: its fields in panels, a picture where its model has one, and what points at it. */
export function Overview({ model, object }: Properties) {
  return (
    <>
      <Columns panels={panelsOf(model, object)} />
      <RelatedObjects model={model} object={object} />
    </>
  );
}

function panelsOf(model: ModelMeta, object: RestObject): ColumnPanel[] {
  const { tags, custom_fields: customFields, comments } = object;
  const picture = pictures[model.id];
  const json = model.fields.filter(
    (field) => isJson(field, object[field.name]) && !picture?.instead?.includes(field.name),
  );
  const inset = (value: unknown, view: 'tags' | 'json') => (
    <div className={styles.inset}>
      <Value value={value} view={view} objectId={object.id} wide />
    </div>
  );
  const fields = model.panels.map((panel) => ({
    key: panel.label,
    lines: panel.fields.length,
    content: <FieldsPanel panel={panel} model={model} object={object} />,
  }));
  return [
    ...fields.slice(0, 1),
    ...(picture
      ? [
          {
            key: 'picture',
            lines: typeof picture.lines === 'number' ? picture.lines : picture.lines(object),
            content: (
              <Suspense fallback={null}>
                <picture.Panel model={model} object={object} />
              </Suspense>
            ),
          },
        ]
      : []),
    ...fields.slice(1),
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
      : [{ key: 'tags', lines: 1, content: <Panel title={text('detail.tags')}>{inset(tags, 'tags')}</Panel> }]),
    ...(typeof comments === 'string' && comments
      ? [{ key: 'comments', lines: comments.split('\n').length, content: <CommentsPanel markdown={comments} /> }]
      : []),
    ...json.map((field) => ({
      key: field.name,
      lines: Math.min(16, JSON.stringify(object[field.name], null, 2).split('\n').length),
      content: <Panel title={field.label}>{inset(object[field.name], 'json')}</Panel>,
    })),
  ];
}
