import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { useState } from 'react';
import type { FilterMeta } from '../../src/surfaces/meta/contract.ts';
import type { ActiveFilter } from '../list/list-state.ts';
import { text } from '../texts/text.ts';
import { BooleanInput } from './boolean-input.tsx';
import styles from './filter-editor.module.css';
import { filterInputs } from './filter-inputs.ts';
import { lookupLabel } from './lookup-label.ts';
import { offeredLookups } from './offered-lookups.ts';
import { TextValuesInput } from './text-values-input.tsx';

interface Properties {
  readonly meta: FilterMeta;
  readonly initial?: ActiveFilter;
  readonly onApply: (filter: ActiveFilter) => void;
  readonly onBack?: () => void;
}

/** How and with what one filter filters. */
export function FilterEditor({ meta, initial, onApply, onBack }: Properties) {
  const lookups = offeredLookups(meta, initial?.lookup);
  const [lookup, setLookup] = useState(initial?.lookup ?? lookups[0] ?? '');
  const [values, setValues] = useState<readonly string[]>(initial?.values ?? []);
  const Input = inputFor(meta, lookup);
  const apply = (chosen: readonly string[]) =>
    chosen.length > 0 && onApply({ name: meta.name, lookup, values: chosen });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        apply(values);
      }}
    >
      <div className={styles.head}>
        {onBack && (
          <ActionIcon size={24} aria-label={text('filter.back')} onClick={onBack}>
            <IconChevronLeft size={15} />
          </ActionIcon>
        )}
        <strong className={styles.label}>{meta.label}</strong>
        {lookups.length > 1 && (
          <NativeSelect
            aria-label={text('filter.operator')}
            value={lookup}
            data={lookups.map((one) => ({ value: one, label: lookupLabel(one, meta.view) }))}
            onChange={(event) => {
              const next = event.currentTarget.value;
              if ((next === 'empty') !== (lookup === 'empty')) setValues([]);
              setLookup(next);
            }}
          />
        )}
      </div>
      <Input meta={meta} values={values} onChange={setValues} onApply={apply} />
      <Button type="submit" fullWidth mt={8} disabled={values.length === 0}>
        {text('filter.apply')}
      </Button>
    </form>
  );
}

/** Whether there is a value is a yes or no; part of a choice is typed. */
function inputFor({ view }: FilterMeta, lookup: string) {
  if (lookup === 'empty') return BooleanInput;
  return view === 'choice' && lookup !== '' && lookup !== 'n' ? TextValuesInput : filterInputs[view];
}
