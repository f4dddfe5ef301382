import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import type { ModelMeta } from '../../src/surfaces/meta/contract.ts';
import { may } from '../session/may.ts';
import { useSession } from '../session/use-session.ts';
import { AppLink } from '../shell/app-link.tsx';
import { text } from '../texts/text.ts';
import { permissionTo } from './permission-to.ts';

/** To the form of a new object, for those who may make one; `n` goes there, too. */
export function AddButton({ model }: { readonly model: ModelMeta }) {
  const { user } = useSession();
  const navigate = useNavigate();
  const allowed = model.form && may(user, permissionTo('add', model.id));
  const to = `/${model.path}/add/`;
  useHotkeys([['N', () => allowed && navigate(to)]]);
  if (!allowed) return null;
  return (
    <Button
      component={AppLink}
      to={to}
      leftSection={<IconPlus size={14} />}
      aria-label={text('form.addOne', { label: model.label })}
      aria-keyshortcuts="n"
    >
      {text('form.add')}
    </Button>
  );
}
