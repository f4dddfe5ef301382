import { TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import styles from './pick-list.module.css';

export interface PickOption<T> {
  readonly key: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly chosen?: boolean | undefined;
  readonly value: T;
}

interface Properties<T> {
  readonly label: string;
  readonly options: readonly PickOption<T>[];
  readonly none: string;
  readonly onPick: (value: T) => void;
  /** Given where somebody else searches: the options come as they are. */
  readonly onSearch?: (search: string) => void;
}

/** A field to type in and what matches below it; arrows choose, Enter takes. */
export function PickList<T>({ label, options, none, onPick, onSearch }: Properties<T>) {
  const [search, setSearch] = useState('');
  const [active, setActive] = useState(0);
  const id = useId();
  const words = onSearch ? [] : search.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = options.filter((option) =>
    words.every((word) => `${option.label} ${option.hint ?? ''}`.toLowerCase().includes(word)),
  );
  const pick = (position: number) => shown[position] && onPick(shown[position].value);
  return (
    <div>
      <TextInput
        data-autofocus
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={shown.length > 0 ? `${id}-${active}` : undefined}
        aria-label={label}
        placeholder={label}
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value);
          onSearch?.(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={(event) => {
          const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
          if (step) setActive(Math.min(Math.max(active + step, 0), shown.length - 1));
          else if (event.key === 'Enter') pick(active);
          else return;
          event.preventDefault();
        }}
      />
      <div id={id} role="listbox" aria-label={label} className={styles.options}>
        {shown.map((option, position) => (
          <div
            key={option.key}
            id={`${id}-${position}`}
            role="option"
            tabIndex={-1}
            aria-selected={option.chosen ?? position === active}
            data-active={position === active || undefined}
            data-chosen={option.chosen || undefined}
            className={styles.option}
            ref={(element) => {
              if (position === active && position > 0) element?.scrollIntoView({ block: 'nearest' });
            }}
            onClick={() => pick(position)}
            onKeyDown={(event) => event.key === 'Enter' && pick(position)}
          >
            <span className={styles.label}>{option.label}</span>
            {option.hint && <span className={styles.hint}>{option.hint}</span>}
          </div>
        ))}
        {shown.length === 0 && <div className={styles.none}>{none}</div>}
      </div>
    </div>
  );
}
