import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowsUpDown, IconDownload, IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ColumnMeta, ModelMeta } from '../../src/surfaces/meta/contract.ts';
import { basePath } from '../api/base-path.ts';
import { request } from '../api/request.ts';
import { may } from '../session/may.ts';
import { useSession } from '../session/use-session.ts';
import { AppLink } from '../shell/app-link.tsx';
import { formatCount } from '../texts/format-count.ts';
import { text } from '../texts/text.ts';
import { filterParameters } from './format-list-state.ts';
import type { ListState } from './list-state.ts';

interface Properties {
  readonly model: ModelMeta;
  readonly state: ListState;
  readonly columns: readonly ColumnMeta[];
}

/** Into the list from a file, and out of it: as a table, as objects, by templates. */
export function TransferMenu({ model, state, columns }: Properties) {
  const { user } = useSession();
  const [opened, setOpened] = useState(false);
  const [progress, setProgress] = useState('');
  const templates = useQuery({
    queryKey: ['exportTemplates', model.id],
    enabled: opened && model.features.includes('exportTemplates') && may(user, 'extras.view_exporttemplate'),
    staleTime: 60_000,
    queryFn: async ({ signal }) =>
      (
        await request<{ results: { id: number; name: string }[] }>(
          `/api/extras/export-templates/?object_type=${model.id}&fields=id,name&limit=200`,
          { signal },
        )
      ).results,
  });
  const mayImport = !model.readOnly && may(user, model.id.replace('.', '.add_'));
  function exported(form: string, more: Readonly<Record<string, string>> = {}) {
    const parameters = filterParameters(state);
    if (state.sort.length > 0) parameters.set('ordering', state.sort.join(','));
    parameters.set('export', form);
    for (const [name, value] of Object.entries(more)) parameters.set(name, value);
    return `${basePath}/${model.path}/?${parameters}`;
  }
  async function objects(format: 'json' | 'yaml') {
    const { exportObjects } = await import('./export-objects.ts');
    await exportObjects({ model, state, format, onProgress: (done) => setProgress(formatCount(done)) });
    setProgress('');
  }
  const names = columns.map(({ name }) => name).join(',');
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon aria-label={text('transfer.menu')} title={text('transfer.menu')} loading={progress !== ''}>
          <IconArrowsUpDown size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {mayImport && (
          <>
            <Menu.Item component={AppLink} to={`/${model.path}/import/`} leftSection={<IconUpload size={14} />}>
              {text('transfer.import')}
            </Menu.Item>
            <Menu.Divider />
          </>
        )}
        <Menu.Item
          component="a"
          href={exported('table', { columns: names })}
          download
          leftSection={<IconDownload size={14} />}
        >
          {text('transfer.table')}
        </Menu.Item>
        <Menu.Item component="a" href={exported('')} download leftSection={<IconDownload size={14} />}>
          {text('transfer.all')}
        </Menu.Item>
        <Menu.Item onClick={() => void objects('json')} leftSection={<IconDownload size={14} />}>
          {text('transfer.json')}
        </Menu.Item>
        <Menu.Item onClick={() => void objects('yaml')} leftSection={<IconDownload size={14} />}>
          {text('transfer.yaml')}
        </Menu.Item>
        {templates.data && templates.data.length > 0 && (
          <>
            <Menu.Divider />
            <Menu.Label>{text('transfer.templates')}</Menu.Label>
            {templates.data.map(({ id, name }) => (
              <Menu.Item key={id} component="a" href={exported(name)} download leftSection={<IconDownload size={14} />}>
                {name}
              </Menu.Item>
            ))}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
