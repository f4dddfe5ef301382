import { type UseQueryResult, useQueries, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { RestList, RestObject } from '../api/rest.ts';
import { blockQuery, blockSize, type ListRequest, listAddress } from './list-query.ts';

/** The rows of a list, fetched block by block as they come into sight. */
export interface Rows {
  /** Of the whole list; absent until it is known. */
  readonly count: number | undefined;
  /** Absent while its block is on its way. */
  at(index: number): RestObject | undefined;
  /** What is shown is of the list before; the rows of this one are on their way. */
  readonly stale: boolean;
  readonly fetching: boolean;
  readonly error: Error | null;
  readonly address: string;
  /** Says which rows are in sight. */
  see(first: number, last: number): void;
  /** Rows from one to another, fetched where they aren't there. */
  between(first: number, last: number): Promise<readonly RestObject[]>;
  refresh(): void;
}

interface Known {
  readonly address: string;
  readonly count: number | undefined;
  readonly blocks: ReadonlyMap<number, readonly RestObject[]>;
}

/** How long after a scroll its rows are asked for, in milliseconds: what is passed quickly is never fetched. */
const settled = 60;

const nothing: Known = { address: '', count: undefined, blocks: new Map() };

/** The rows of a list; `first` is the row that is in sight when it opens. */
export function useRows(list: ListRequest, first: number): Rows {
  const client = useQueryClient();
  const { model } = list;
  const address = useMemo(() => listAddress(list), [list.model, list.state, list.columns]);
  const start = Math.floor(first / blockSize);
  const [seen, setSeen] = useState({ address, blocks: [start] });
  const blocks = seen.address === address ? seen.blocks : [start];

  const combine = useCallback(
    (results: UseQueryResult<RestList>[]) => ({
      known: {
        address,
        count: results.find(({ data }) => data)?.data?.count,
        blocks: new Map(results.flatMap(({ data }, index) => (data ? [[blocks[index]!, data.results] as const] : []))),
      },
      fetching: results.some(({ isFetching }) => isFetching),
      error: results.find(({ error, isFetching }) => error && !isFetching)?.error ?? null,
    }),
    [address, blocks],
  );
  const queries = useMemo(() => blocks.map((block) => blockQuery(model, address, block)), [blocks, model, address]);
  const { known, fetching, error } = useQueries({ queries, combine });

  const last = useRef<Known>(nothing);
  useEffect(() => {
    if (known.count !== undefined) last.current = known;
  }, [known]);
  const stale = known.count === undefined && last.current.address !== address && last.current.count !== undefined;
  const shown = known.count === undefined ? last.current : known;

  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const range = useRef<readonly [number, number]>([0, 0]);
  const see = useCallback(
    (from: number, to: number) => {
      range.current = [from, to];
      waiting.current ??= setTimeout(() => {
        waiting.current = undefined;
        const [top, bottom] = range.current;
        const next: number[] = [];
        for (let block = Math.floor(top / blockSize); block <= Math.floor(bottom / blockSize); block++)
          next.push(block);
        setSeen((before) =>
          before.address === address && before.blocks.join() === next.join() ? before : { address, blocks: next },
        );
      }, settled);
    },
    [address],
  );
  useEffect(
    () => () => {
      clearTimeout(waiting.current);
      waiting.current = undefined;
    },
    [address],
  );

  return {
    count: shown.count,
    at: (index) => shown.blocks.get(Math.floor(index / blockSize))?.[index % blockSize],
    stale,
    fetching,
    error,
    address,
    see,
    async between(from, to) {
      const wanted: Promise<RestList>[] = [];
      for (let block = Math.floor(from / blockSize); block <= Math.floor(to / blockSize); block++)
        wanted.push(client.ensureQueryData(blockQuery(model, address, block)));
      const offset = Math.floor(from / blockSize) * blockSize;
      return (await Promise.all(wanted)).flatMap(({ results }) => results).slice(from - offset, to - offset + 1);
    },
    refresh: () => void client.invalidateQueries({ queryKey: ['list', model.id] }),
  };
}
