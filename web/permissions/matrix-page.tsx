import { Checkbox, SegmentedControl, TextInput } from '@mantine/core';
import { queryOptions, skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { HeldPermissions } from '../../src/surfaces/permissions/contract.ts';
import { request } from '../api/request.ts';
import { ObjectPicker } from '../forms/fields/object-picker.tsx';
import { may } from '../session/may.ts';
import { useSession } from '../session/use-session.ts';
import { Failure } from '../shell/failure.tsx';
import { Message } from '../shell/message.tsx';
import { text } from '../texts/text.ts';
import styles from './matrix.module.css';
import { MatrixTable } from './matrix-table.tsx';

const kinds = { user: 'users', group: 'groups' } as const;
type Kind = keyof typeof kinds;

const heldQuery = (kind: Kind, id: string | null) =>
  queryOptions({
    queryKey: ['permissionsOf', kind, id],
    queryFn: id
      ? ({ signal }) => request<HeldPermissions>(`/patchbay/permissions/${kinds[kind]}/${id}/`, { signal })
      : skipToken,
  });

/** `/users/permission-matrix/?user=1`: who may do what, and by which permission. */
export function MatrixPage() {
  const { user } = useSession();
  const [query, setQuery] = useSearchParams();
  const [filter, setFilter] = useState('');
  const [all, setAll] = useState(false);
  const kind: Kind = query.has('group') || query.get('by') === 'group' ? 'group' : 'user';
  const id = query.get(kind);
  const { data, error, refetch } = useQuery(heldQuery(kind, id));
  if (!may(user, 'users.view_objectpermission')) return <Message title={text('matrix.notYours')} />;
  return (
    <div className={styles.page}>
      <title>{`${text('matrix.title')} · ${text('app.name')}`}</title>
      <h1 className={styles.title}>{text('matrix.title')}</h1>
      <div className={styles.bar}>
        <SegmentedControl
          size="xs"
          aria-label={text('matrix.whose')}
          value={kind}
          onChange={(by) => setQuery({ by })}
          data={[
            { value: 'user', label: text('matrix.user') },
            { value: 'group', label: text('matrix.group') },
          ]}
        />
        <div className={styles.picker}>
          <ObjectPicker
            key={kind}
            id="matrix-holder"
            model={`users.${kind}`}
            label={text(`matrix.${kind}`)}
            placeholder={text('matrix.choose')}
            chosen={id && /^\d+$/.test(id) ? [{ id: Number(id) }] : []}
            onChange={([chosen]) => setQuery(chosen ? { [kind]: String(chosen.id) } : { by: kind })}
          />
        </div>
        <TextInput
          aria-label={text('matrix.filter')}
          placeholder={text('matrix.filter')}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
        />
        <Checkbox label={text('matrix.all')} checked={all} onChange={(event) => setAll(event.currentTarget.checked)} />
      </div>
      {error ? (
        <Failure title={text('matrix.failed')} error={error} onRetry={() => void refetch()} />
      ) : !id ? (
        <p className={styles.hint}>{text('matrix.chooseText')}</p>
      ) : data ? (
        <>
          {data.is_superuser && <p className={styles.hint}>{text('matrix.superuser')}</p>}
          {!data.is_active && <p className={styles.hint}>{text('matrix.inactive')}</p>}
          <MatrixTable grants={data.grants} filter={filter} all={all} />
        </>
      ) : null}
    </div>
  );
}
