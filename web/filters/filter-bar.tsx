import type { ModelMeta } from '../../src/surfaces/meta/contract.ts';
import type { ListState } from '../list/list-state.ts';
import { text } from '../texts/text.ts';
import styles from './filter-bar.module.css';
import { FilterChip } from './filter-chip.tsx';
import { SavedFilterChips } from './saved-filter-chips.tsx';

interface Properties {
  readonly model: ModelMeta;
  readonly state: ListState;
  readonly change: (change: Pick<Partial<ListState>, 'filters' | 'savedFilters'>) => void;
}

/** The filters in force, each removable and changeable. */
export function FilterBar({ model, state: { filters, savedFilters: saved }, change }: Properties) {
  if (filters.length + saved.length === 0) return null;
  return (
    <div className={styles.bar}>
      <SavedFilterChips model={model} ids={saved} change={(savedFilters) => change({ savedFilters })} />
      {filters.map((filter, position) => (
        <FilterChip
          key={`${filter.name} ${filter.lookup}`}
          model={model}
          filter={filter}
          onChange={(changed) => change({ filters: filters.with(position, changed) })}
          onRemove={() => change({ filters: filters.toSpliced(position, 1) })}
        />
      ))}
      {filters.length + saved.length > 1 && (
        <button type="button" className={styles.clear} onClick={() => change({ filters: [], savedFilters: [] })}>
          {text('list.clearFilters')}
        </button>
      )}
    </div>
  );
}
