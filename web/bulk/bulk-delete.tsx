import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../api/request.ts';
import { Loading } from '../shell/loading.tsx';
import { text } from '../texts/text.ts';
import styles from './bulk.module.css';
import { BulkDialog } from './bulk-dialog.tsx';
import type { BulkDialogProperties } from './bulk-dialog-properties.ts';
import { BulkProblems } from './bulk-problems.tsx';
import { ChangeMessage } from './change-message.tsx';
import { DeletionConsequences } from './deletion-consequences.tsx';
import { deletionPreviewQuery } from './deletion-preview-query.ts';
import { InBackground } from './in-background.tsx';
import { useChosen } from './use-chosen.ts';
import { useFollowJob } from './use-follow-job.ts';

const namedAtMost = 100;

/** Deletes the chosen objects, after showing what goes with them. */
export function BulkDelete({ model, selection, scope, count, onClose, onDone }: BulkDialogProperties) {
  const [message, setMessage] = useState('');
  const [background, setBackground] = useState(false);
  const follow = useFollowJob();
  const chosen = useChosen({ model, selection, scope }, []);
  const objects = chosen.data ?? [];
  const preview = useQuery(
    deletionPreviewQuery(
      model,
      chosen.data?.map(({ id }) => id),
    ),
  );
  const deletion = useMutation({
    mutationFn: () =>
      request<unknown>(`/api/${model.api}/${background ? '?background=true' : ''}`, {
        method: 'DELETE',
        body: objects.map(({ id }) => ({ id, ...(message ? { changelog_message: message } : {}) })),
      }),
    onSuccess: (answer) => void (follow(answer) || onDone(false)),
  });
  const refused = preview.data?.refused.length ?? 0;
  const failure = chosen.error ?? preview.error ?? deletion.error;
  const label = count === 1 ? model.label : model.plural;
  return (
    <BulkDialog
      title={text('bulk.deleteTitle', { count, label })}
      submit={text('bulk.deleteSubmit', { count, label })}
      dangerous
      disabled={!preview.data || refused > 0}
      busy={deletion.isPending}
      onClose={onClose}
      onSubmit={() => deletion.mutate()}
    >
      {failure && <BulkProblems error={failure} objects={objects} />}
      {preview.data ? <DeletionConsequences {...preview.data} /> : !failure && <Loading />}
      {objects.length > 0 && (
        <details open={objects.length <= 12}>
          <summary>{text('bulk.objects', { count: objects.length, label })}</summary>
          <ul className={styles.objects}>
            {objects.slice(0, namedAtMost).map((object) => (
              <li key={object.id}>{String(object.display)}</li>
            ))}
            {objects.length > namedAtMost && <li>{text('value.more', { count: objects.length - namedAtMost })}</li>}
          </ul>
        </details>
      )}
      <ChangeMessage value={message} onChange={setMessage} />
      <InBackground checked={background} onChange={setBackground} />
    </BulkDialog>
  );
}
