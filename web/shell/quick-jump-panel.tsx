import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import type { ModelSummary } from '../../src/surfaces/meta/contract.ts';
import { useModels } from '../meta/use-models.ts';
import { capitalize } from '../texts/capitalize.ts';
import { text } from '../texts/text.ts';
import { jumpTargets } from './jump-targets.ts';
import styles from './quick-jump-panel.module.css';
import { useMenu } from './use-menu.ts';

export function QuickJumpPanel({ onDone }: { readonly onDone: () => void }) {
  const { byId, index } = useModels();
  const menu = useMenu();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const listId = useId();
  const models = menu.flatMap((section) =>
    section.groups.flatMap((group) => group.items.flatMap((item) => byId.get(item.model) ?? [])),
  );
  const targets = jumpTargets(models, typed);
  const appLabel = (model: ModelSummary) => index.apps.find((app) => app.name === model.app)?.label ?? model.app;
  function open(position: number) {
    const target = targets[position];
    if (!target) return;
    onDone();
    navigate(`/${target.model.path}/${target.search ? `?q=${encodeURIComponent(target.search)}` : ''}`);
  }
  return (
    <div>
      <input
        className={styles.input}
        data-autofocus
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={targets.length > 0 ? `${listId}-${active}` : undefined}
        aria-label={text('jump.open')}
        placeholder={text('jump.placeholder')}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={(event) => {
          const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
          if (step) setActive(Math.min(Math.max(active + step, 0), targets.length - 1));
          else if (event.key === 'Enter') open(active);
          else return;
          event.preventDefault();
        }}
      />
      <div id={listId} role="listbox" aria-label={text('jump.lists')} className={styles.targets}>
        {targets.map((target, position) => (
          <div
            key={`${target.model.id} ${target.search ?? ''}`}
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
            {target.search ? (
              <span>
                <span className={styles.dim}>{text('jump.search', { text: target.search })}</span>{' '}
                {capitalize(target.model.plural)}
              </span>
            ) : (
              <span>{capitalize(target.model.plural)}</span>
            )}
            <span className={styles.app}>{appLabel(target.model)}</span>
          </div>
        ))}
        {targets.length === 0 && <p className={styles.none}>{text('jump.none')}</p>}
      </div>
    </div>
  );
}
