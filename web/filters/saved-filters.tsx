import { ActionIcon, Button, Checkbox, Popover, TextInput } from '@mantine/core';
import { IconBookmark, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ModelMeta } from '../../src/surfaces/meta/contract.ts';
import { ApiError } from '../api/api-error.ts';
import { request } from '../api/request.ts';
import { filterParameters } from '../list/format-list-state.ts';
import type { ListState } from '../list/list-state.ts';
import type { ChangeList } from '../list/use-list-state.ts';
import { useModels } from '../meta/use-models.ts';
import { may } from '../session/may.ts';
import { useSession } from '../session/use-session.ts';
import { AppLink } from '../shell/app-link.tsx';
import { text } from '../texts/text.ts';
import styles from './saved-filters.module.css';
import { type SavedFilter, savedFiltersApi, savedFiltersQuery } from './saved-filters-query.ts';

interface Properties {
  readonly model: ModelMeta;
  readonly state: ListState;
  readonly change: ChangeList;
}

/** Filters under a name, one's own or shared: applied, saved, given up. */
export function SavedFilters({ model, state, change }: Properties) {
  const { user } = useSession();
  const [open, setOpen] = useState(false);
  if (!user || !may(user, 'extras.view_savedfilter')) return null;
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={300} trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          aria-label={text('saved.title')}
          leftSection={<IconBookmark size={14} />}
          onClick={() => setOpen(!open)}
        >
          {text('saved.button')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={8}>{open && <Menu model={model} state={state} change={change} />}</Popover.Dropdown>
    </Popover>
  );
}

function Menu({ model, state, change }: Properties) {
  const { user } = useSession();
  const client = useQueryClient();
  const manage = useModels().byPath.get(savedFiltersApi)?.path;
  const query = savedFiltersQuery(model.id);
  const { data, isPending } = useQuery(query);
  const again = () => client.invalidateQueries({ queryKey: query.queryKey });
  const remove = useMutation({
    mutationFn: (id: number) => request(`/api/${savedFiltersApi}/${id}/`, { method: 'DELETE' }),
    async onSuccess(_answer, id) {
      change({ savedFilters: state.savedFilters.filter((one) => one !== String(id)) });
      await again();
    },
  });
  return (
    <>
      <section aria-label={text('saved.title')} className={styles.filters}>
        {data?.map(({ id, name, description }) => {
          const on = state.savedFilters.includes(String(id));
          const others = state.savedFilters.filter((one) => one !== String(id));
          return (
            <div key={id} className={styles.filter}>
              <Button
                variant={on ? 'light' : 'subtle'}
                color={on ? 'cyan' : 'gray'}
                justify="flex-start"
                aria-pressed={on}
                title={description}
                onClick={() => change({ savedFilters: on ? others : [...others, String(id)] })}
              >
                {name}
              </Button>
              {may(user, 'extras.delete_savedfilter') && (
                <ActionIcon size={22} aria-label={text('saved.delete', { name })} onClick={() => remove.mutate(id)}>
                  <IconTrash size={13} />
                </ActionIcon>
              )}
            </div>
          );
        })}
        {data?.length === 0 && <p className={styles.none}>{text('saved.none', { plural: model.plural })}</p>}
        {isPending && <p className={styles.none}>{text('app.loading')}</p>}
      </section>
      {may(user, 'extras.add_savedfilter') && (
        <SaveFilter
          model={model}
          state={state}
          onSaved={async ({ id }) => {
            await again();
            change({ search: '', filters: [], savedFilters: [String(id)] });
          }}
        />
      )}
      {manage && (
        <AppLink to={`/${manage}/?object_type=${model.id}`} className={styles.manage}>
          {text('saved.manage')}
        </AppLink>
      )}
    </>
  );
}

interface SaveProperties {
  readonly model: ModelMeta;
  readonly state: ListState;
  readonly onSaved: (saved: SavedFilter) => void;
}

/** The filters in force under a name of their own. */
function SaveFilter({ model, state, onSaved }: SaveProperties) {
  const { user } = useSession();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const { data: saved } = useQuery(savedFiltersQuery(model.id));
  const save = useMutation({
    mutationFn: () =>
      request<SavedFilter>(`/api/${savedFiltersApi}/`, {
        method: 'POST',
        body: {
          name: name.trim(),
          slug: slugOf(name),
          object_types: [model.id],
          user: user?.id,
          shared,
          parameters: parametersOf(state, saved ?? []),
        },
      }),
    onSuccess: onSaved,
  });
  const nothing = filterParameters(state).size === 0;
  const problem = save.error instanceof ApiError ? (Object.values(save.error.fields)[0] ?? save.error.message) : '';
  return (
    <form
      className={styles.save}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() && !nothing) save.mutate();
      }}
    >
      <TextInput
        data-autofocus
        label={text('saved.save')}
        placeholder={text('saved.name')}
        disabled={nothing}
        description={nothing ? text('saved.nothing') : undefined}
        value={name}
        error={problem || undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Checkbox
        label={text('list.shared')}
        disabled={nothing}
        checked={shared}
        onChange={(event) => setShared(event.currentTarget.checked)}
      />
      <Button type="submit" loading={save.isPending} disabled={nothing || !name.trim()}>
        {text('list.save')}
      </Button>
    </form>
  );
}

/** Every parameter in force with its values, as NetBox keeps them; saved filters become what they say. */
function parametersOf(state: ListState, saved: readonly SavedFilter[]): Record<string, unknown> {
  const parameters: Record<string, unknown> = {};
  for (const id of state.savedFilters)
    Object.assign(parameters, saved.find((one) => String(one.id) === id)?.parameters);
  const own = filterParameters({ ...state, savedFilters: [] });
  for (const key of new Set(own.keys())) parameters[key] = own.getAll(key);
  return parameters;
}

/** A slug that no other filter is likely to have: names need not differ in what a slug leaves. */
function slugOf(name: string): string {
  const base = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
  return `${base || 'filter'}-${Date.now().toString(36)}`;
}
