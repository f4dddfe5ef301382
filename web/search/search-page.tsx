import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useSearchParams } from 'react-router';
import { useModels } from '../meta/use-models.ts';
import { AppLink } from '../shell/app-link.tsx';
import { Failure } from '../shell/failure.tsx';
import { capitalize } from '../texts/capitalize.ts';
import { formatCount } from '../texts/format-count.ts';
import { text } from '../texts/text.ts';
import { wordsOf } from '../texts/words-of.ts';
import styles from './search-page.module.css';
import { searchQuery } from './search-query.ts';

const limit = 200;

/** `/search/?q=text`: everything that has a text, the most relevant first, as it is typed. */
export function SearchPage() {
  const [parameters, setParameters] = useSearchParams();
  const typed = parameters.get('q') ?? '';
  const chosen = parameters.getAll('model');
  const [wanted] = useDebouncedValue(typed, 120);
  const { byId } = useModels();
  const input = useRef<HTMLInputElement>(null);
  const { data, error, refetch } = useQuery({ ...searchQuery(wanted, { limit }), placeholderData: keepPreviousData });
  const hits = (data ?? []).filter(({ model }) => byId.has(model));
  const counts = new Map<string, number>();
  for (const { model } of hits) counts.set(model, (counts.get(model) ?? 0) + 1);
  const shown = chosen.length > 0 ? hits.filter(({ model }) => chosen.includes(model)) : hits;
  const change = (q: string, models: readonly string[]) =>
    setParameters([['q', q], ...models.map((model): [string, string] => ['model', model])], { replace: true });
  return (
    <div className={styles.page}>
      <title>{`${typed || text('search.title')} · ${text('app.name')}`}</title>
      <h1 className="visually-hidden">{text('search.title')}</h1>
      <TextInput
        ref={input}
        size="md"
        autoFocus
        type="search"
        aria-label={text('search.title')}
        placeholder={text('search.placeholder')}
        leftSection={<IconSearch size={16} />}
        value={typed}
        onChange={(event) => change(event.currentTarget.value, chosen)}
      />
      {error && <Failure title={text('search.failed')} error={error} onRetry={() => void refetch()} />}
      <fieldset className={styles.kinds} aria-label={text('search.kinds')}>
        {[...counts].map(([model, count]) => {
          const isChosen = chosen.includes(model);
          return (
            <button
              key={model}
              type="button"
              className={styles.kind}
              aria-pressed={isChosen}
              onClick={() => change(typed, isChosen ? chosen.filter((one) => one !== model) : [...chosen, model])}
            >
              {capitalize(byId.get(model)!.plural)} <span>{formatCount(count)}</span>
            </button>
          );
        })}
      </fieldset>
      {data && shown.length === 0 && <p className={styles.none}>{text('search.none', { text: wanted })}</p>}
      <ol className={styles.hits}>
        {shown.map((hit) => {
          const model = byId.get(hit.model)!;
          return (
            <li key={`${hit.model} ${hit.id}`}>
              <AppLink to={`/${model.path}/${hit.id}/`} className={styles.hit}>
                <span className={styles.label}>{capitalize(model.label)}</span>
                <strong>{hit.display}</strong>
                <span className={styles.match}>
                  {hit.value === hit.display ? (
                    hit.description
                  ) : (
                    <>
                      <span className={styles.field}>{wordsOf(hit.field)}:</span>{' '}
                      <Marked value={hit.value} wanted={wanted.trim()} />
                    </>
                  )}
                </span>
              </AppLink>
            </li>
          );
        })}
      </ol>
      {hits.length >= limit && <p className={styles.none}>{text('search.more', { count: limit })}</p>}
    </div>
  );
}

/** A value with what was looked for marked, cut to its surroundings where it is long. */
function Marked({ value, wanted }: { readonly value: string; readonly wanted: string }) {
  const at = value.toLowerCase().indexOf(wanted.toLowerCase());
  if (at < 0) return value;
  const from = Math.max(0, at - 60);
  return (
    <>
      {from > 0 && '…'}
      {value.slice(from, at)}
      <mark>{value.slice(at, at + wanted.length)}</mark>
      {value.slice(at + wanted.length, at + wanted.length + 120)}
    </>
  );
}
