import { Button, CloseButton } from '@mantine/core';
import { type ComponentType, lazy, Suspense, useState } from 'react';
import type { ModelMeta } from '../../src/surfaces/meta/contract.ts';
import { type BulkAction, bulkActions } from '../bulk/bulk-actions.ts';
import type { BulkDialogProperties } from '../bulk/bulk-dialog-properties.ts';
import { may } from '../session/may.ts';
import { useSession } from '../session/use-session.ts';
import { text } from '../texts/text.ts';
import { noSelection, selectedCount } from './selection.ts';
import styles from './selection-bar.module.css';
import type { Rows } from './use-rows.ts';
import type { Selecting } from './use-selection.ts';

interface Properties {
  readonly model: ModelMeta;
  readonly chosen: number;
  readonly rows: Rows;
  readonly scope: string;
  readonly selecting: Selecting;
}

const dialogs: Readonly<Record<string, ComponentType<BulkDialogProperties>>> = Object.fromEntries(
  bulkActions.map(({ name, load }) => [name, lazy(load)]),
);

/** What can be done with the chosen rows. */
export function SelectionBar({ model, chosen, rows, scope, selecting }: Properties) {
  const { user } = useSession();
  const [open, setOpen] = useState<BulkAction>();
  const { selection, set } = selecting;
  const count = rows.count ?? 0;
  const actions = bulkActions.filter(
    (action) => action.fits(model) && may(user, model.id.replace('.', `.${action.permission}_`)),
  );
  const Dialog = open && dialogs[open.name];
  return (
    <div className={styles.bar} role="toolbar" aria-label={text('list.selected', { count: chosen })}>
      <CloseButton
        size={24}
        aria-label={text('list.selectNone')}
        title={text('list.selectNone')}
        onClick={() => set(noSelection)}
      />
      <output className={styles.count}>{text('list.selected', { count: chosen })}</output>
      {!selection.all && chosen < count && (
        <Button variant="subtle" px={8} onClick={() => set({ all: true, ids: new Set() })}>
          {text('list.selectAll', { count: count })}
        </Button>
      )}
      <span className={styles.space} />
      {actions.map((action) => (
        <Button
          key={action.name}
          variant="default"
          {...(action.dangerous ? { c: 'var(--pb-bad)' } : {})}
          leftSection={<action.icon size={14} />}
          onClick={() => setOpen(action)}
        >
          {text(action.label)}
        </Button>
      ))}
      {Dialog && (
        <Suspense>
          <Dialog
            model={model}
            selection={selection}
            scope={scope}
            count={selectedCount(selection, count)}
            onClose={() => setOpen(undefined)}
            onDone={(left) => {
              setOpen(undefined);
              if (!left) set(noSelection);
              rows.refresh();
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
