import { Button, Menu } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconCopy, IconPencil, IconPlugConnected, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { ModelMeta } from '../../src/surfaces/meta/contract.ts';
import type { RestObject } from '../api/rest.ts';
import { useModels } from '../meta/use-models.ts';
import { may } from '../session/may.ts';
import { useSession } from '../session/use-session.ts';
import { AppLink } from '../shell/app-link.tsx';
import { text } from '../texts/text.ts';
import styles from './object-actions.module.css';
import { permissionTo, type WriteAction } from './permission-to.ts';
import { SpecialActions } from './special/special-actions.tsx';

/** What may be done with an object: change it (`e`), make another one like it, make what belongs to it, delete it. */
export function ObjectActions({ model, object }: { readonly model: ModelMeta; readonly object: RestObject }) {
  const { user } = useSession();
  const { byId } = useModels();
  const client = useQueryClient();
  const navigate = useNavigate();
  const allowed = (action: WriteAction, id = model.id) => may(user, permissionTo(action, id));
  const page = `/${model.path}/${object.id}/`;
  const mayEdit = model.form && allowed('change');
  useHotkeys([['E', () => mayEdit && navigate(`${page}edit/`)]]);
  const cables = byId.get(model.fields.find(({ name }) => name === 'cable')?.model ?? '');
  // What has peers can be the end of a cable.
  const mayConnect =
    cables !== undefined &&
    model.fields.some(({ name }) => name === 'link_peers') &&
    !object.cable &&
    !object.mark_connected &&
    allowed('add', cables.id);
  const children = model.related.filter((one) => one.add && byId.has(one.model) && allowed('add', one.model));

  async function clone() {
    const { cloneAddress } = await import('./clone-address.ts');
    navigate(await cloneAddress(client, model, object));
  }

  return (
    <div className={styles.actions}>
      {children.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" leftSection={<IconPlus size={14} />}>
              {text('form.add')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown className={styles.children}>
            {children.map((one) => (
              <Menu.Item
                key={`${one.model} ${one.filter}`}
                component={AppLink}
                to={`/${byId.get(one.model)!.path}/add/?${one.add}${object.id}&return_url=${page}`}
              >
                {one.label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <SpecialActions model={model} object={object} />
      {mayConnect && (
        <Button
          component={AppLink}
          to={`/${cables.path}/add/?a_terminations_type=${model.id}&a_terminations=${object.id}&return_url=${page}`}
          variant="default"
          leftSection={<IconPlugConnected size={14} />}
        >
          {text('form.connect')}
        </Button>
      )}
      {mayEdit && (
        <Button
          component={AppLink}
          to={`${page}edit/`}
          variant="default"
          leftSection={<IconPencil size={14} />}
          aria-keyshortcuts="e"
        >
          {text('form.edit')}
        </Button>
      )}
      {model.form && model.features.includes('cloning') && allowed('add') && (
        <Button variant="default" leftSection={<IconCopy size={14} />} onClick={() => void clone()}>
          {text('form.clone')}
        </Button>
      )}
      {model.form && allowed('delete') && (
        <Button
          component={AppLink}
          to={`${page}delete/`}
          variant="default"
          className={styles.delete}
          leftSection={<IconTrash size={14} />}
        >
          {text('form.delete')}
        </Button>
      )}
    </div>
  );
}
