import { Alert } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SettingsAnswer } from '../../src/surfaces/settings/contract.ts';
import { request } from '../api/request.ts';
import { Panel } from '../detail/panel.tsx';
import { may } from '../session/may.ts';
import { useSession } from '../session/use-session.ts';
import { Failure } from '../shell/failure.tsx';
import { Loading } from '../shell/loading.tsx';
import { Message } from '../shell/message.tsx';
import { text } from '../texts/text.ts';
import { RevisionComparison } from './revision-comparison.tsx';
import { RevisionTable } from './revision-table.tsx';
import { SettingsForm } from './settings-form.tsx';
import { settingsQuery } from './settings-query.ts';
import styles from './system.module.css';

/** `/core/config-revisions/`: settings that change while the server runs, and how they have been. */
export function ConfigPage() {
  const { user } = useSession();
  const allowed = may(user, 'core.view_configrevision');
  const client = useQueryClient();
  const { data, error, refetch } = useQuery({ ...settingsQuery, enabled: allowed });
  const [compared, setCompared] = useState<readonly [left: number, right: number | undefined]>();
  const change = useMutation({
    mutationFn: ({ id, restore }: { id: number; restore: boolean }) =>
      request<SettingsAnswer>(`/patchbay/settings/${id}/${restore ? 'restore/' : ''}`, {
        method: restore ? 'POST' : 'DELETE',
      }),
    onSuccess: (answer) => taken(answer),
  });
  /** The answer to a change is what the page shows next; banners and sizes come with the session. */
  function taken(answer: SettingsAnswer) {
    client.setQueryData(settingsQuery.queryKey, answer);
    void client.invalidateQueries({ queryKey: ['session'], exact: true });
  }
  if (!allowed) return <Message title={text('revisions.notYours')} />;
  if (error) return <Failure title={text('revisions.failed')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <div className={styles.page}>
      <title>{`${text('revisions.title')} · ${text('app.name')}`}</title>
      <h1 className={styles.title}>{text('revisions.title')}</h1>
      {change.error && (
        <Alert color="red" p="xs" mb={10} role="alert">
          {change.error.message}
        </Alert>
      )}
      <Panel title={text('revisions.history')}>
        <RevisionTable
          revisions={data.revisions}
          mayRestore={may(user, 'core.change_configrevision')}
          mayDelete={may(user, 'core.delete_configrevision')}
          onRestore={(id) => change.mutate({ id, restore: true })}
          onDelete={(id) => change.mutate({ id, restore: false })}
          onCompare={(left, right) => setCompared([left, right])}
        />
      </Panel>
      {compared && <RevisionComparison answer={data} left={compared[0]} right={compared[1]} />}
      <SettingsForm
        key={data.revisions.find(({ active }) => active)?.id ?? 0}
        settings={data.settings}
        mayChange={may(user, 'core.add_configrevision')}
        onSaved={taken}
      />
    </div>
  );
}
