import { Checkbox, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { request } from '../api/request.ts';
import { Loading } from '../shell/loading.tsx';
import { text } from '../texts/text.ts';
import styles from './bulk.module.css';
import { BulkDialog } from './bulk-dialog.tsx';
import type { BulkDialogProperties } from './bulk-dialog-properties.ts';
import { BulkProblems } from './bulk-problems.tsx';
import { ChangeMessage } from './change-message.tsx';
import { renamed } from './renamed.ts';
import { useChosen } from './use-chosen.ts';

const shownAtMost = 300;
const nameField = 'name';

/** Finds and replaces in the names of the chosen objects; shows every new name before. */
export function BulkRename({ model, selection, scope, count, onClose, onDone }: BulkDialogProperties) {
  const [find, setFind] = useState('');
  const [replace, setReplace] = useState('');
  const [pattern, setPattern] = useState(false);
  const [message, setMessage] = useState('');
  const chosen = useChosen({ model, selection, scope }, [nameField]);
  const objects = chosen.data ?? [];
  const result = useMemo(
    () =>
      renamed(
        objects.map((object) => String(object[nameField] ?? '')),
        { find, replace, pattern },
      ),
    [objects, find, replace, pattern],
  );
  const changes = objects.flatMap((object, at) => {
    const before = String(object[nameField] ?? '');
    const after = result.names[at]!;
    return before === after ? [] : [{ object, before, after }];
  });
  const save = useMutation({
    mutationFn: () =>
      request(`/api/${model.api}/`, {
        method: 'PATCH',
        body: changes.map(({ object, after }) => ({
          id: object.id,
          [nameField]: after,
          ...(message ? { changelog_message: message } : {}),
        })),
      }),
    onSuccess: () => onDone(true),
  });
  const failure = chosen.error ?? save.error;
  const label = count === 1 ? model.label : model.plural;
  const empty = changes.some(({ after }) => after.trim() === '');
  return (
    <BulkDialog
      title={text('bulk.renameTitle', { count, label })}
      submit={text('bulk.renameSubmit', { count: changes.length })}
      disabled={changes.length === 0 || empty || result.problem !== undefined}
      busy={save.isPending}
      size="xl"
      onClose={onClose}
      onSubmit={() => save.mutate()}
    >
      {failure && <BulkProblems error={failure} objects={objects} />}
      <div className={styles.pair}>
        <TextInput
          data-autofocus
          label={text('bulk.find')}
          value={find}
          error={result.problem}
          onChange={(event) => setFind(event.currentTarget.value)}
        />
        <TextInput
          label={text('bulk.replace')}
          description={pattern ? text('bulk.replaceHelp') : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={replace}
          onChange={(event) => setReplace(event.currentTarget.value)}
        />
      </div>
      <Checkbox
        label={text('bulk.pattern')}
        checked={pattern}
        onChange={(event) => setPattern(event.currentTarget.checked)}
      />
      {chosen.isPending && <Loading />}
      <table className={styles.names}>
        <thead>
          <tr>
            <th scope="col">{text('bulk.before')}</th>
            <th scope="col">{text('bulk.after')}</th>
          </tr>
        </thead>
        <tbody>
          {objects.slice(0, shownAtMost).map((object, at) => {
            const before = String(object[nameField] ?? '');
            const after = result.names[at] ?? before;
            return (
              <tr key={object.id} data-changed={after === before ? undefined : ''}>
                <td>{before}</td>
                <td>{after}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {objects.length > shownAtMost && (
        <p className={styles.hint}>{text('value.more', { count: objects.length - shownAtMost })}</p>
      )}
      <ChangeMessage value={message} onChange={setMessage} />
    </BulkDialog>
  );
}
