import { IconBookmark, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ModelMeta } from '../../src/surfaces/meta/contract.ts';
import { text } from '../texts/text.ts';
import styles from './filter-chip.module.css';
import { savedFiltersQuery } from './saved-filters-query.ts';

interface Properties {
  readonly model: ModelMeta;
  readonly ids: readonly string[];
  readonly change: (ids: readonly string[]) => void;
}

/** The saved filters in force, by name, each removable. */
export function SavedFilterChips({ model, ids, change }: Properties) {
  const { data } = useQuery({ ...savedFiltersQuery(model.id), enabled: ids.length > 0 });
  return ids.map((id) => {
    const name = data?.find((one) => String(one.id) === id)?.name ?? `#${id}`;
    return (
      <span key={id} className={styles.chip}>
        <span className={styles.body}>
          <IconBookmark size={12} />
          {name}
        </span>
        <button
          type="button"
          className={styles.remove}
          aria-label={text('saved.remove', { name })}
          onClick={() => change(ids.filter((one) => one !== id))}
        >
          <IconX size={12} />
        </button>
      </span>
    );
  });
}
