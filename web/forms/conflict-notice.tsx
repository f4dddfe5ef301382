import { Button } from '@mantine/core';
import { skipToken, useQuery } from '@tanstack/react-query';
import type { ModelMeta } from '../../src/surfaces/meta/contract.ts';
import { request } from '../api/request.ts';
import { useModels } from '../meta/use-models.ts';
import { may } from '../session/may.ts';
import { useSession } from '../session/use-session.ts';
import { formatMoment } from '../texts/format-moment.ts';
import { text } from '../texts/text.ts';
import { type Edited, editedQuery } from './edited-query.ts';
import type { FullForm } from './full-form.ts';
import { heldOf, same } from './held-values.ts';
import styles from './object-form.module.css';
import type { ObjectFormState } from './use-object-form.ts';

interface Properties {
  readonly model: ModelMeta;
  readonly form: FullForm;
  readonly edited: Edited;
  readonly state: ObjectFormState;
}

interface Change {
  readonly user_name: string;
  readonly time: string;
}

/** The object was changed while its form was open: by whom, in which fields, and what to do about it. */
export function ConflictNotice({ model, form, edited, state }: Properties) {
  const changes = useModels().index.attached.find(({ kind }) => kind === 'changes')!;
  const { user } = useSession();
  const id = String(edited.object.id);
  const latest = useQuery({ ...editedQuery(model, id), queryKey: ['latest', model.id, id], staleTime: 0 });
  const asked = new URLSearchParams({ [changes.type]: model.id, [changes.id]: id, limit: '1' });
  const log = useQuery({
    queryKey: ['lastChange', model.id, id],
    staleTime: 0,
    queryFn: may(user, changes.permission)
      ? ({ signal }) => request<{ results: readonly Change[] }>(`/api/${changes.api}/?${asked}`, { signal })
      : skipToken,
  });
  const change = log.data?.results[0];
  const theirs = latest.data && heldOf(form, latest.data.object);
  const before = heldOf(form, edited.object);
  const both = form.fields.filter(
    ({ name }) =>
      theirs &&
      !same(theirs[name], before[name]) &&
      !same(state.held[name], before[name]) &&
      !same(theirs[name], state.held[name]),
  );
  return (
    <div className={styles.conflict} role="alert">
      <p>
        <strong>{text('form.conflict')}</strong>
      </p>
      <p>
        {change && `${text('form.conflictBy', { user: change.user_name, when: formatMoment(change.time) })} `}
        {text('form.conflictText')}
        {both.length > 0 && ` ${text('form.conflictFields', { fields: both.map(({ label }) => label).join(', ') })}`}
      </p>
      <div className={styles.buttons}>
        <Button variant="default" disabled={!latest.data} onClick={() => latest.data && state.rebase(latest.data)}>
          {text('form.conflictLoad')}
        </Button>
        <Button variant="default" onClick={() => void state.save({ overwrite: true })}>
          {text('form.conflictOverwrite')}
        </Button>
        <Button variant="subtle" color="gray" onClick={state.dismissConflict}>
          {text('form.cancel')}
        </Button>
      </div>
    </div>
  );
}
