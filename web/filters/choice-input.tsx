import { Checkbox } from '@mantine/core';
import { text } from '../texts/text.ts';
import styles from './filter-editor.module.css';
import type { FilterInputProperties } from './filter-input-properties.ts';
import { PickList } from './pick-list.tsx';

/** Few choices as boxes to tick, many with a field to find them. */
export function ChoiceInput({ meta, values, onChange }: FilterInputProperties) {
  const choices = meta.choices ?? [];
  const toggle = (value: string) =>
    onChange(values.includes(value) ? values.filter((one) => one !== value) : [...values, value]);
  if (choices.length > 14) {
    return (
      <PickList
        label={text('filter.value')}
        options={choices.map(({ value, label }) => ({
          key: String(value),
          label,
          chosen: values.includes(String(value)),
          value: String(value),
        }))}
        none={text('filter.noObject')}
        onPick={toggle}
      />
    );
  }
  return (
    <div className={styles.choices}>
      {choices.map(({ value, label }, position) => (
        <Checkbox
          key={String(value)}
          className={styles.choice}
          label={label}
          data-autofocus={position === 0 || undefined}
          checked={values.includes(String(value))}
          onChange={() => toggle(String(value))}
        />
      ))}
    </div>
  );
}
