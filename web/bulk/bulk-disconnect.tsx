import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../api/request.ts';
import type { RestReference } from '../api/rest.ts';
import { useModels } from '../meta/use-models.ts';
import { Loading } from '../shell/loading.tsx';
import { text } from '../texts/text.ts';
import styles from './bulk.module.css';
import { BulkDialog } from './bulk-dialog.tsx';
import type { BulkDialogProperties } from './bulk-dialog-properties.ts';
import { BulkProblems } from './bulk-problems.tsx';
import { ChangeMessage } from './change-message.tsx';
import { useChosen } from './use-chosen.ts';

const cableField = 'cable';

/** Takes the cables off the chosen ports: the cables are deleted. */
export function BulkDisconnect({ model, selection, scope, count, onClose, onDone }: BulkDialogProperties) {
  const { byId } = useModels();
  const [message, setMessage] = useState('');
  const chosen = useChosen({ model, selection, scope }, [cableField]);
  const objects = chosen.data ?? [];
  const connected = objects.filter((object) => object[cableField]);
  const cables = new Map(
    connected.map((object) => {
      const cable = object[cableField] as RestReference;
      return [cable.id, cable] as const;
    }),
  );
  const api = byId.get(model.fields.find(({ name }) => name === cableField)?.model ?? '')?.api;
  const removal = useMutation({
    mutationFn: () =>
      request(`/api/${api}/`, {
        method: 'DELETE',
        body: [...cables.keys()].map((id) => ({ id, ...(message ? { changelog_message: message } : {}) })),
      }),
    onSuccess: () => onDone(true),
  });
  const failure = chosen.error ?? removal.error;
  return (
    <BulkDialog
      title={text('bulk.disconnectTitle', {
        count,
        label: count === 1 ? model.label : model.plural,
      })}
      submit={text('bulk.disconnectSubmit', { count: cables.size })}
      dangerous
      disabled={cables.size === 0 || api === undefined}
      busy={removal.isPending}
      onClose={onClose}
      onSubmit={() => removal.mutate()}
    >
      {failure && <BulkProblems error={failure} objects={[...cables.values()] as never} />}
      {chosen.isPending && <Loading />}
      {chosen.data && (
        <p className={styles.hint}>{text('bulk.connected', { count: connected.length, total: objects.length })}</p>
      )}
      <ul className={styles.objects}>
        {connected.slice(0, 100).map((object) => (
          <li key={object.id}>
            {String(object.display)}: {(object[cableField] as RestReference).display}
          </li>
        ))}
      </ul>
      <ChangeMessage value={message} onChange={setMessage} />
    </BulkDialog>
  );
}
