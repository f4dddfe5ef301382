import type { FieldMeta } from '../../../src/surfaces/meta/contract.ts';
import { text } from '../../texts/text.ts';
import styles from './change-difference.module.css';
import { differences } from './differences.ts';
import { Named } from './named.tsx';

interface Properties {
  /** `create`, `update` or `delete`. */
  readonly action: string;
  readonly before: unknown;
  readonly after: unknown;
  /** The changed model's fields, for their names. */
  readonly fields: readonly FieldMeta[];
}

/** What every change touches and nobody wants to read. */
const noise = new Set(['last_updated', 'created']);

/** What a change made of an object, field by field: what was there, what is there. */
export function ChangeDifference({ action, before, after, fields }: Properties) {
  const fieldOf = (name: string) => fields.find((field) => field.name === name);
  const rows = differences(before, after).filter(
    ({ name, before: was, after: is }) =>
      !noise.has(name) &&
      fieldOf(name)?.view !== 'count' &&
      (action === 'update' || !isNothing(action === 'create' ? is : was)),
  );
  if (rows.length === 0) return <p className={styles.none}>{text('changes.nothing')}</p>;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{text('changes.field')}</th>
          {action !== 'create' && <th scope="col">{text('changes.before')}</th>}
          {action !== 'delete' && <th scope="col">{text('changes.after')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, before: was, after: is }) => (
          <tr key={name}>
            <th scope="row">{fieldOf(name)?.label ?? name}</th>
            {action !== 'create' && (
              <td className={styles.before}>
                <Shown value={was} field={fieldOf(name)} />
              </td>
            )}
            {action !== 'delete' && (
              <td className={styles.after}>
                <Shown value={is} field={fieldOf(name)} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Shown({ value, field }: { readonly value: unknown; readonly field: FieldMeta | undefined }) {
  if (isNothing(value)) return <span className={styles.nothing}>{text('value.none')}</span>;
  const ids = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'number');
  if (field?.model && ids.length > 0) return <Named model={field.model} ids={ids} />;
  if (field?.choices) return field.choices.find((choice) => choice.value === value)?.label ?? String(value);
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) return value.join(', ');
  return typeof value === 'object' ? <pre>{JSON.stringify(value, null, 2)}</pre> : String(value);
}

function isNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
