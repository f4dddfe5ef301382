import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ColumnMeta, ModelMeta } from '../../src/surfaces/meta/contract.ts';
import { request } from '../api/request.ts';
import { may } from '../session/may.ts';
import { useSession } from '../session/use-session.ts';
import { text } from '../texts/text.ts';
import styles from './column-chooser.module.css';
import type { ListState } from './list-state.ts';
import { type TableConfig, tableConfigsApi, tableConfigsQuery } from './table-configs-query.ts';
import type { ChooseColumns } from './use-columns.ts';
import type { ChangeList } from './use-list-state.ts';

interface Properties {
  readonly model: ModelMeta;
  readonly columns: readonly ColumnMeta[];
  readonly state: ListState;
  readonly change: ChangeList;
  readonly choose: ChooseColumns;
}

/** Columns and order under a name, one's own or shared: applied, saved, given up. */
export function TableConfigs({ model, columns, state, change, choose }: Properties) {
  const { user } = useSession();
  const client = useQueryClient();
  const query = tableConfigsQuery(model.id);
  const mayView = may(user, 'extras.view_tableconfig');
  const { data = [] } = useQuery({ ...query, enabled: mayView });
  const [name, setName] = useState<string>();
  const [shared, setShared] = useState(false);
  const again = () => client.invalidateQueries({ queryKey: query.queryKey });
  const save = useMutation({
    mutationFn: () =>
      request<TableConfig>(`/api/${tableConfigsApi}/`, {
        method: 'POST',
        body: {
          object_type: model.id,
          table: model.table,
          name,
          shared,
          user: user?.id,
          columns: columns.map((column) => column.name),
          ordering: orderingOf(model, state.sort),
        },
      }),
    async onSuccess({ id }) {
      await again();
      setName(undefined);
      change({ tableConfig: String(id) }, { replace: true });
    },
  });
  const remove = useMutation({
    mutationFn: (id: number) => request(`/api/${tableConfigsApi}/${id}/`, { method: 'DELETE' }),
    async onSuccess(_answer, id) {
      if (state.tableConfig === String(id)) change({ tableConfig: '' }, { replace: true });
      await again();
    },
  });
  if (!user || !mayView) return null;
  return (
    <div className={styles.configs}>
      <div className={styles.rule}>{text('list.configs')}</div>
      {data.map((config) => {
        const on = state.tableConfig === String(config.id);
        return (
          <div key={config.id} className={styles.config}>
            <Button
              variant={on ? 'light' : 'subtle'}
              color={on ? 'cyan' : 'gray'}
              justify="flex-start"
              aria-pressed={on}
              onClick={() => change({ tableConfig: on ? '' : String(config.id) })}
            >
              {config.name}
            </Button>
            {may(user, 'extras.delete_tableconfig') && (
              <ActionIcon
                size={22}
                aria-label={text('list.configDelete', { name: config.name })}
                onClick={() => remove.mutate(config.id)}
              >
                <IconTrash size={13} />
              </ActionIcon>
            )}
          </div>
        );
      })}
      {state.tableConfig !== '' && (
        <Button
          variant="subtle"
          color="gray"
          onClick={() => {
            choose(columns.map((column) => column.name));
            change({ tableConfig: '' });
          }}
        >
          {text('list.configAdopt')}
        </Button>
      )}
      {may(user, 'extras.add_tableconfig') &&
        (name === undefined ? (
          <Button variant="subtle" color="gray" onClick={() => setName('')}>
            {text('list.configSave')}
          </Button>
        ) : (
          <form
            className={styles.save}
            onSubmit={(event) => {
              event.preventDefault();
              if (name.trim()) save.mutate();
            }}
          >
            <TextInput
              data-autofocus
              aria-label={text('list.configName')}
              placeholder={text('list.configName')}
              value={name}
              error={save.error?.message}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Checkbox
              label={text('list.shared')}
              checked={shared}
              onChange={(event) => setShared(event.currentTarget.checked)}
            />
            <Button type="submit" loading={save.isPending} disabled={!name.trim()}>
              {text('list.save')}
            </Button>
          </form>
        ))}
    </div>
  );
}

/** The columns that are sorted by, as NetBox names them. */
function orderingOf(model: ModelMeta, sort: readonly string[]): readonly string[] {
  return sort.map((one) => {
    const down = one.startsWith('-');
    const field = down ? one.slice(1) : one;
    const name = model.columns.find((column) => column.sort === field)?.name ?? field;
    return down ? `-${name}` : name;
  });
}
