import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { ModelSummary } from '../../src/surfaces/meta/contract.ts';
import { useModels } from '../meta/use-models.ts';
import { searchQuery } from '../search/search-query.ts';
import { may } from '../session/may.ts';
import { useSession } from '../session/use-session.ts';
import { text } from '../texts/text.ts';
import { accountLinks } from './account-links.ts';
import { paletteEntries } from './palette-entries.ts';
import styles from './quick-jump-panel.module.css';
import { useMenu } from './use-menu.ts';

/** One line to type in, and below it what it may lead to: lists, objects, forms. */
export function QuickJumpPanel({ onDone }: { readonly onDone: () => void }) {
  const { byId, index } = useModels();
  const { user } = useSession();
  const menu = useMenu();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const listId = useId();
  const [wanted] = useDebouncedValue(typed, 90);
  const found = useQuery({ ...searchQuery(wanted, { limit: 12 }), placeholderData: keepPreviousData });
  const hits = found.data ?? [];
  // What is found is for what was typed: until then, Enter on it waits.
  const isCurrent = wanted === typed && !found.isPlaceholderData && !found.isFetching;
  const waiting = useRef(false);
  const models = [
    ...new Set(
      menu.flatMap((section) =>
        section.groups.flatMap((group) => group.items.flatMap((item) => byId.get(item.model) ?? [])),
      ),
    ),
  ];
  const entries = paletteEntries({
    typed,
    models,
    addable: models.filter(({ id, form }) => form && may(user, id.replace('.', '.add_'))),
    hits: typed.trim().length > 1 ? hits : [],
    pages: [
      ...accountLinks.map(({ path, label }) => ({ label: text(label), kind: text('account.label'), to: path })),
      ...menu.flatMap(({ label: kind, groups }) =>
        groups.flatMap(({ items }) =>
          items
            .filter(({ path, model }) => byId.get(model)?.path !== path)
            .map(({ label, path }) => ({ label, kind, to: `/${path}/` })),
        ),
      ),
    ],
    byId,
    appLabel: (model: ModelSummary) => index.apps.find((app) => app.name === model.app)?.label ?? model.app,
  });
  useEffect(() => {
    if (!isCurrent || !waiting.current) return;
    waiting.current = false;
    open(active);
  }, [isCurrent]);
  function open(position: number) {
    const entry = entries[position];
    if (!isCurrent && typed.trim().length > 1 && (!entry || entry.found)) {
      waiting.current = true;
      return;
    }
    if (!entry) return;
    onDone();
    navigate(entry.to);
  }
  return (
    <div>
      <input
        className={styles.input}
        data-autofocus
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={entries.length > 0 ? `${listId}-${active}` : undefined}
        aria-label={text('jump.open')}
        placeholder={text('jump.placeholder')}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setActive(0);
          waiting.current = false;
        }}
        onKeyDown={(event) => {
          const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
          if (step) setActive(Math.min(Math.max(active + step, 0), entries.length - 1));
          else if (event.key === 'Enter') open(active);
          else return;
          event.preventDefault();
        }}
      />
      <div id={listId} role="listbox" aria-label={text('jump.targets')} className={styles.targets}>
        {entries.map((entry, position) => (
          <div
            key={entry.key}
            id={`${listId}-${position}`}
            role="option"
            tabIndex={-1}
            aria-selected={position === active}
            className={styles.target}
            ref={(element) => {
              if (position === active) element?.scrollIntoView({ block: 'nearest' });
            }}
            onPointerMove={() => setActive(position)}
            onClick={() => open(position)}
            onKeyDown={(event) => event.key === 'Enter' && open(position)}
          >
            <span>
              {entry.lead && <span className={styles.dim}>{entry.lead} </span>}
              {entry.label}
            </span>
            <span className={styles.app}>{entry.kind}</span>
          </div>
        ))}
        {entries.length === 0 && <p className={styles.none}>{text('jump.none')}</p>}
      </div>
    </div>
  );
}
