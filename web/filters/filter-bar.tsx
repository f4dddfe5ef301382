import type { ModelMeta } from '../../src/surfaces/meta/contract.ts';
import type { ActiveFilter } from '../list/list-state.ts';
import { text } from '../texts/text.ts';
import styles from './filter-bar.module.css';
import { FilterChip } from './filter-chip.tsx';
import { SavedFilterChips } from './saved-filter-chips.tsx';

interface Properties {
  readonly model: ModelMeta;
  readonly filters: readonly ActiveFilter[];
  readonly change: (filters: readonly ActiveFilter[]) => void;
  /** Saved filters by id. */
  readonly saved: readonly string[];
  readonly changeSaved: (ids: readonly string[]) => void;
  readonly clear: () => void;
}

/** The filters in force, each removable and changeable. */
export function FilterBar({ model, filters, change, saved, changeSaved, clear }: Properties) {
  if (filters.length + saved.length === 0) return null;
  return (
    <div className={styles.bar}>
      <SavedFilterChips model={model} ids={saved} change={changeSaved} />
      {filters.map((filter, position) => (
        <FilterChip
          key={`${filter.name} ${filter.lookup}`}
          model={model}
          filter={filter}
          onChange={(changed) => change(filters.with(position, changed))}
          onRemove={() => change(filters.toSpliced(position, 1))}
        />
      ))}
      {filters.length + saved.length > 1 && (
        <button type="button" className={styles.clear} onClick={clear}>
          {text('list.clearFilters')}
        </button>
      )}
    </div>
  );
}
