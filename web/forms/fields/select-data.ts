import type { ComboboxData, ComboboxItem, ComboboxItemGroup } from '@mantine/core';
import type { FormChoice } from '../../../src/surfaces/meta/form-contract.ts';

/** Choices as a list to choose from, under their headings. Values are texts there; `chosenValue` goes back. */
export function selectData(choices: readonly FormChoice[]): ComboboxData {
  const groups = new Map<string, { value: string; label: string }[]>();
  for (const { value, label, group = '' } of choices)
    groups.set(group, [...(groups.get(group) ?? []), { value: String(value), label }]);
  const data: ComboboxItemGroup<ComboboxItem>[] = [...groups].map(([group, items]) => ({ group, items }));
  return [...(groups.get('') ?? []), ...data.filter(({ group }) => group)];
}

/** The choice's own value, a number perhaps, for the text that stands for it. */
export function chosenValue(choices: readonly FormChoice[], given: string): string | number {
  return choices.find(({ value }) => String(value) === given)?.value ?? given;
}
