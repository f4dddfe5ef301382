import { NativeSelect } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import type { ConstraintField } from '../../src/surfaces/permissions/contract.ts';
import { useModels } from '../meta/use-models.ts';
import { text } from '../texts/text.ts';
import { constraintFieldsQuery } from './constraint-fields-query.ts';
import { lookupNames } from './lookups.ts';
import { offeredLookups } from './offered-lookups.ts';
import styles from './permissions.module.css';
import type { Row } from './rows.ts';
import { ValueInput } from './value-input.tsx';

interface Properties {
  readonly row: Row;
  /** The types that the permission is for: a row names what all of them have. */
  readonly types: readonly string[];
  readonly disabled: boolean;
  readonly onChange: (row: Row) => void;
}

/** field – comparison – value; a relation is walked by choosing on. */
export function ConstraintRow({ row, types, disabled, onChange }: Properties) {
  const steps = useSteps(types, row.path);
  const chosen = row.path.map((name, at) => steps[at]?.find((field) => field.name === name));
  const field = chosen.at(-1);
  const lookups = offeredLookups(field);
  const setPath = (path: readonly string[], target: ConstraintField | undefined) => {
    const lookup = target && offeredLookups(target).includes(row.lookup) ? row.lookup : 'exact';
    onChange({ ...row, path, lookup, value: firstValue(target, lookup) });
  };
  const isWalkable = field?.type === 'relation' && steps.length > row.path.length;
  const levels = [...row.path, ...(isWalkable || row.path.length === 0 ? [''] : [])];
  return (
    <>
      {levels.map((name, at) => {
        const fields = steps[at] ?? [];
        const isKnown = name === '' || fields.some((one) => one.name === name);
        return (
          <NativeSelect
            key={`${at} ${row.path.slice(0, at).join('.')}`}
            className={styles.step}
            aria-label={text(at === 0 ? 'builder.field' : 'builder.fieldOf', {
              label: chosen[at - 1]?.label ?? '',
            })}
            value={name}
            disabled={disabled}
            data={[
              { value: '', label: at === 0 ? text('builder.choose') : text('builder.itself') },
              ...(isKnown ? [] : [{ value: name, label: name }]),
              ...fields.map((one) => ({ value: one.name, label: one.label })),
            ]}
            onChange={(event) => {
              const next = event.currentTarget.value;
              const path = next === '' ? row.path.slice(0, at) : [...row.path.slice(0, at), next];
              setPath(path, next === '' ? chosen[at - 1] : fields.find((one) => one.name === next));
            }}
          />
        );
      })}
      {row.path.length > 0 && (
        <>
          <NativeSelect
            className={styles.lookup}
            aria-label={text('builder.lookup')}
            value={row.lookup}
            disabled={disabled}
            data={[...new Set([...lookups, row.lookup])].map((lookup) => ({
              value: lookup,
              label: lookupNames[lookup] ? text(lookupNames[lookup]) : lookup,
            }))}
            onChange={(event) => {
              const lookup = event.currentTarget.value;
              const kept =
                Array.isArray(row.value) === takesMany(lookup) && (row.lookup === 'isnull') === (lookup === 'isnull');
              onChange({ ...row, lookup, value: kept ? row.value : firstValue(field, lookup) });
            }}
          />
          <ValueInput field={field} row={row} disabled={disabled} onChange={(value) => onChange({ ...row, value })} />
        </>
      )}
    </>
  );
}

const takesMany = (lookup: string) => lookup === 'in' || lookup === 'range';

function firstValue(field: ConstraintField | undefined, lookup: string): unknown {
  if (lookup === 'isnull') return true;
  if (takesMany(lookup)) return [];
  if (field?.type === 'boolean') return true;
  return field?.type === 'choice' ? (field.choices?.[0]?.value ?? '') : '';
}

/** What can be chosen at each step of a path: first what all types have, then what the relations lead to. */
function useSteps(types: readonly string[], path: readonly string[]): (readonly ConstraintField[])[] {
  const { byId } = useModels();
  const queries = (models: readonly string[]) => models.map((model) => constraintFieldsQuery(byId.get(model)?.path));
  const roots = useQueries({ queries: queries(types) }).map(({ data }) => data);
  const known = roots.flatMap((one) => (one ? [one] : []));
  const shared = (known[0] ?? []).filter(({ name }) => known.every((one) => one.some((field) => field.name === name)));
  // Each step's model is named by the one before: as many are asked for as are known by now.
  const first = shared.find(({ name }) => name === path[0])?.model;
  const second = useQueries({ queries: queries(first ? [first] : []) })[0]?.data;
  const secondModel = second?.find(({ name }) => name === path[1])?.model;
  const third = useQueries({ queries: queries(secondModel ? [secondModel] : []) })[0]?.data;
  const thirdModel = third?.find(({ name }) => name === path[2])?.model;
  const fourth = useQueries({ queries: queries(thirdModel ? [thirdModel] : []) })[0]?.data;
  return [shared, second, third, fourth].flatMap((one, at) => (at === 0 || one ? [one ?? []] : []));
}
