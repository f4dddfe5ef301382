import { ActionIcon, Button, Modal, Switch } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../api/request.ts';
import type { RestObject } from '../api/rest.ts';
import { Failure } from '../shell/failure.tsx';
import { Loading } from '../shell/loading.tsx';
import { formatMoment } from '../texts/format-moment.ts';
import { text } from '../texts/text.ts';
import styles from './account.module.css';
import { NewToken } from './new-token.tsx';
import { ownQuery } from './own-query.ts';
import { OwnTable } from './own-table.tsx';
import { TokenSecret } from './token-secret.tsx';

const api = 'users/tokens';

/** The tokens with which programs act as oneself. */
export function TokensPage() {
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(ownQuery(api));
  const [asking, setAsking] = useState(false);
  const [made, setMade] = useState<RestObject>();
  const again = () => client.invalidateQueries({ queryKey: ownQuery(api).queryKey });
  const change = useMutation({
    mutationFn: ({ id, ...body }: { id: number; enabled: boolean }) =>
      request<RestObject>(`/api/${api}/${id}/`, { method: 'PATCH', body }),
    onSettled: again,
  });
  const remove = useMutation({
    mutationFn: (id: number) => request<void>(`/api/${api}/${id}/`, { method: 'DELETE' }),
    onSettled: again,
  });
  if (error) return <Failure title={text('account.failed')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <>
      <div className={styles.bar}>
        <Button leftSection={<IconPlus size={14} />} onClick={() => setAsking(true)}>
          {text('tokens.add')}
        </Button>
        {(change.error ?? remove.error) && (
          <span className={styles.bad} role="alert">
            {(change.error ?? remove.error)!.message}
          </span>
        )}
      </div>
      {data.results.length === 0 ? (
        <p className={styles.dim}>{text('tokens.none')}</p>
      ) : (
        <OwnTable
          columns={[
            'tokens.token',
            'tokens.description',
            'tokens.may',
            'tokens.from',
            'tokens.created',
            'tokens.lastUsed',
            'tokens.expires',
            'tokens.enabled',
          ]}
        >
          {data.results.map((token) => (
            <TokenRow
              key={token.id}
              token={token}
              onEnable={(enabled) => change.mutate({ id: token.id, enabled })}
              onRemove={() => {
                if (window.confirm(text('tokens.sure'))) remove.mutate(token.id);
              }}
            />
          ))}
        </OwnTable>
      )}
      <Modal opened={asking} onClose={() => setAsking(false)} title={text('tokens.add')} size={440}>
        <NewToken
          onMade={(token) => {
            setAsking(false);
            setMade(token);
            void again();
          }}
        />
      </Modal>
      <Modal
        opened={made !== undefined}
        onClose={() => setMade(undefined)}
        title={text('tokens.secretTitle')}
        size={620}
        closeOnClickOutside={false}
        withCloseButton={false}
      >
        {made && <TokenSecret token={made} onDone={() => setMade(undefined)} />}
      </Modal>
    </>
  );
}

interface RowProperties {
  readonly token: RestObject;
  readonly onEnable: (enabled: boolean) => void;
  readonly onRemove: () => void;
}

function TokenRow({ token, onEnable, onRemove }: RowProperties) {
  const moment = (value: unknown, otherwise: string) => (value ? formatMoment(String(value)) : otherwise);
  const version = typeof token.version === 'object' ? (token.version as { value: number }).value : token.version;
  const expired = token.expires !== null && new Date(String(token.expires)) < new Date();
  const ips = (token.allowed_ips ?? []) as readonly string[];
  const name = String(token.display);
  return (
    <tr data-off={token.enabled === false || expired || undefined}>
      <td className={styles.nowrap}>
        <code>{name}</code> <span className={styles.dim}>v{String(version)}</span>
      </td>
      <td>{String(token.description)}</td>
      <td className={styles.nowrap}>{text(token.write_enabled ? 'tokens.write' : 'tokens.read')}</td>
      <td>{ips.length > 0 ? ips.join(', ') : text('tokens.anywhere')}</td>
      <td className={styles.nowrap}>{moment(token.created, '')}</td>
      <td className={styles.nowrap}>{moment(token.last_used, text('tokens.unused'))}</td>
      <td className={expired ? `${styles.nowrap} ${styles.bad}` : styles.nowrap}>
        {moment(token.expires, text('tokens.never'))}
        {expired && ` (${text('tokens.expired')})`}
      </td>
      <td>
        <Switch
          size="xs"
          aria-label={`${text(token.enabled ? 'tokens.disable' : 'tokens.enable')} ${name}`}
          checked={token.enabled === true}
          onChange={(event) => onEnable(event.currentTarget.checked)}
        />
      </td>
      <td className={styles.buttons}>
        <ActionIcon
          size={22}
          aria-label={text('tokens.delete', { name })}
          title={text('tokens.delete', { name })}
          onClick={onRemove}
        >
          <IconTrash size={14} />
        </ActionIcon>
      </td>
    </tr>
  );
}
