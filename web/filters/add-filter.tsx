import { Button, Popover } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconFilterPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { FilterMeta, ModelMeta } from '../../src/surfaces/meta/contract.ts';
import type { ActiveFilter } from '../list/list-state.ts';
import { text } from '../texts/text.ts';
import { FilterEditor } from './filter-editor.tsx';
import { FilterPicker } from './filter-picker.tsx';

interface Properties {
  readonly model: ModelMeta;
  readonly filters: readonly ActiveFilter[];
  readonly change: (filters: readonly ActiveFilter[]) => void;
}

/** First which filter, then its value. `f` opens it. */
export function AddFilter({ model, filters, change }: Properties) {
  const [open, setOpen] = useState(false);
  const [picked, pick] = useState<FilterMeta>();
  useHotkeys([['F', () => setOpen(true)]]);
  function toggle(to: boolean) {
    setOpen(to);
    pick(undefined);
  }
  function apply(added: ActiveFilter) {
    toggle(false);
    const same = filters.findIndex((filter) => filter.name === added.name && filter.lookup === added.lookup);
    if (same < 0) return change([...filters, added]);
    const values = [...new Set([...filters[same]!.values, ...added.values])];
    change(filters.with(same, { ...added, values }));
  }
  return (
    <Popover opened={open} onChange={toggle} position="bottom-end" width={320} trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconFilterPlus size={14} />}
          aria-label={text('list.filter')}
          aria-keyshortcuts="f"
          onClick={() => toggle(!open)}
        >
          {text('list.filter')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={8}>
        {picked ? (
          <FilterEditor key={picked.name} meta={picked} onApply={apply} onBack={() => pick(undefined)} />
        ) : (
          <FilterPicker model={model} onPick={pick} />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
