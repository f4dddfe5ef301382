import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { text } from '../texts/text.ts';
import styles from './filter-editor.module.css';
import type { FilterInputProperties } from './filter-input-properties.ts';
import { PickList } from './pick-list.tsx';

/** Few choices as boxes to tick, many with a field to find them. */
export function ChoiceInput(properties: FilterInputProperties) {
  return properties.meta.choicesAt ? <AskedChoices {...properties} /> : <Choices {...properties} />;
}

/** Choices of a custom field: its set is asked for when the filter is opened. */
function AskedChoices({ meta, ...rest }: FilterInputProperties) {
  const { data } = useQuery({
    queryKey: ['customChoices', meta.choicesAt, 'all'],
    staleTime: 5 * 60_000,
    queryFn: async ({ signal }) =>
      (await request<{ results: { id: string; display: string }[] }>(`${meta.choicesAt}?limit=1000`, { signal }))
        .results,
  });
  const choices = data?.map(({ id, display }) => ({ value: id, label: display })) ?? [];
  return <Choices {...rest} meta={{ ...meta, choices }} />;
}

function Choices({ meta, values, onChange }: FilterInputProperties) {
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
