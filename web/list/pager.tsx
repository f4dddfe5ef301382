import { ActionIcon, NativeSelect } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconChevronsLeft, IconChevronsRight } from '@tabler/icons-react';
import { text } from '../texts/text.ts';
import { pageSizes, rememberPageSize } from './page-size.ts';
import styles from './pager.module.css';
import { type Sight, useSight } from './sight.ts';
import type { ChangeList } from './use-list-state.ts';

interface Properties {
  readonly count: number | undefined;
  /** The rows in sight. */
  readonly sight: Sight;
  readonly page: number;
  readonly pages: number;
  readonly size: number;
  readonly change: ChangeList;
  readonly onTurn: (page: number) => void;
}

/** Where in the list one is, and steps through it. */
export function Pager({ count, sight, page, pages, size, change, onTurn }: Properties) {
  const [first, last] = useSight(sight);
  const sizes = [...new Set([...pageSizes, size])].sort((a, b) => a - b);
  const steps = [
    ['list.first', IconChevronsLeft, 1, page > 1],
    ['list.previous', IconChevronLeft, page - 1, page > 1],
    ['list.next', IconChevronRight, page + 1, page < pages],
    ['list.last', IconChevronsRight, pages, page < pages],
  ] as const;
  return (
    <div className={styles.pager}>
      <span className={styles.range}>
        {count === undefined
          ? ' '
          : count === 0
            ? text('list.rangeNone')
            : text('list.range', {
                from: Math.min(first + 1, count),
                to: Math.min(last + 1, count),
                count: count,
              })}
      </span>
      <span className={styles.page}>{pages > 1 && text('list.page', { page: page, pages: pages })}</span>
      <NativeSelect
        className={styles.size}
        aria-label={text('list.perPage')}
        title={text('list.perPage')}
        data={sizes.map(String)}
        value={String(size)}
        onChange={(event) => {
          const perPage = Number(event.currentTarget.value);
          rememberPageSize(perPage);
          change({ perPage });
        }}
      />
      {steps.map(([label, Icon, to, possible]) => (
        <ActionIcon
          key={label}
          disabled={!possible}
          aria-label={text(label)}
          title={text(label)}
          onClick={() => onTurn(to)}
        >
          <Icon size={16} />
        </ActionIcon>
      ))}
    </div>
  );
}
