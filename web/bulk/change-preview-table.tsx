import type { ChangePreview } from '../../src/surfaces/bulk/contract.ts';
import type { ModelMeta } from '../../src/surfaces/meta/contract.ts';
import { capitalize } from '../texts/capitalize.ts';
import { formatCount } from '../texts/format-count.ts';
import { text } from '../texts/text.ts';
import { Value } from '../values/value.tsx';
import styles from './bulk.module.css';

interface Properties {
  readonly model: ModelMeta;
  readonly preview: ChangePreview;
  /** What the fields are called. */
  readonly labels: ReadonlyMap<string, string>;
}

/** What a change would make of each touched field: how many objects have which value now, and what becomes of it. */
export function ChangePreviewTable({ model, preview: { count, changed, fields }, labels }: Properties) {
  const same = count - changed;
  return (
    <>
      <p className={styles.sum} role="status">
        {text('bulk.willChange', { count: changed, label: changed === 1 ? model.label : model.plural })}
        {same > 0 && ` ${text('bulk.staySame', { count: same })}`}
      </p>
      <table className={styles.changes}>
        <thead>
          <tr>
            <th>{text('bulk.field')}</th>
            <th>{text('bulk.before')}</th>
            <th>{text('bulk.after')}</th>
            <th>{capitalize(model.plural)}</th>
          </tr>
        </thead>
        {fields.map(({ name, values, others }) => {
          const field = model.fields.find((one) => one.name === name);
          const shown = (value: unknown) => (
            <Value
              value={value}
              view={!field || field.view === 'markdown' ? 'text' : field.view}
              objectId={0}
              colors={model.colors?.[name]}
              choices={field?.choices}
              model={field?.model}
            />
          );
          return (
            <tbody key={name}>
              {values.map((value, place) => {
                const isSame = JSON.stringify(value.before) === JSON.stringify(value.after);
                return (
                  <tr key={JSON.stringify([value.before, value.after])} data-changed={!isSame || undefined}>
                    {place === 0 && (
                      <th scope="rowgroup" rowSpan={values.length + (others > 0 ? 1 : 0)}>
                        {labels.get(name) ?? name}
                      </th>
                    )}
                    <td>{shown(value.before)}</td>
                    <td>{isSame ? text('bulk.asNow') : shown(value.after)}</td>
                    <td>{formatCount(value.count)}</td>
                  </tr>
                );
              })}
              {others > 0 && (
                <tr>
                  <td colSpan={2}>{text('bulk.otherValues')}</td>
                  <td>{formatCount(others)}</td>
                </tr>
              )}
            </tbody>
          );
        })}
      </table>
    </>
  );
}
