import { Popover } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { ModelMeta } from '../../src/surfaces/meta/contract.ts';
import type { ActiveFilter } from '../list/list-state.ts';
import { text } from '../texts/text.ts';
import styles from './filter-chip.module.css';
import { FilterEditor } from './filter-editor.tsx';
import { FilterValues } from './filter-values.tsx';
import { lookupLabel } from './lookup-label.ts';

interface Properties {
  readonly model: ModelMeta;
  readonly filter: ActiveFilter;
  readonly onChange: (filter: ActiveFilter) => void;
  readonly onRemove: () => void;
}

export function FilterChip({ model, filter, onChange, onRemove }: Properties) {
  const [open, setOpen] = useState(false);
  const meta = model.filters.find((one) => one.name === filter.name);
  const label = meta?.label ?? filter.name;
  return (
    <span className={styles.chip} data-unknown={!meta || undefined}>
      <Popover opened={open} onChange={setOpen} position="bottom-start" width={320} trapFocus>
        <Popover.Target>
          <button
            type="button"
            className={styles.body}
            disabled={!meta}
            title={meta ? undefined : text('filter.unknown')}
            onClick={() => setOpen(!open)}
          >
            <span className="visually-hidden">{text('filter.change')} </span>
            <span className={styles.label}>{label}</span>
            <span className={styles.lookup}>{lookupLabel(filter.lookup, meta?.view)}</span>
            <FilterValues filter={filter} meta={meta} />
          </button>
        </Popover.Target>
        <Popover.Dropdown p={8}>
          {meta && (
            <FilterEditor
              meta={meta}
              initial={filter}
              onApply={(changed) => {
                setOpen(false);
                onChange(changed);
              }}
            />
          )}
        </Popover.Dropdown>
      </Popover>
      <button type="button" className={styles.remove} aria-label={text('filter.remove', { label })} onClick={onRemove}>
        <IconX size={12} />
      </button>
    </span>
  );
}
