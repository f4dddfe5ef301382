import { Menu, UnstyledButton } from '@mantine/core';
import { IconLogin, IconLogout, IconShieldLock, IconUser } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import type { LoggedOut } from '../../src/surfaces/session/contract.ts';
import { request } from '../api/request.ts';
import { sessionQuery } from '../session/session-query.ts';
import { useSession } from '../session/use-session.ts';
import { text } from '../texts/text.ts';
import { accountLinks } from './account-links.ts';
import { AppLink } from './app-link.tsx';
import styles from './user-menu.module.css';

export function UserMenu() {
  const session = useSession();
  const { user, version, serves } = session;
  const everything = serves === 'everything';
  const client = useQueryClient();
  const navigate = useNavigate();
  const logout = useMutation({
    mutationFn: () => request<LoggedOut | undefined>('/patchbay/session/', { method: 'DELETE' }),
    async onSuccess(answer) {
      // LOGOUT_REDIRECT_URL, or the provider at which the user logged in: the session there ends, too.
      if (answer) return window.location.assign(answer.redirect);
      // First of all, so that no page asks for anything any more.
      client.setQueryData(sessionQuery.queryKey, { ...session, user: null });
      navigate('/login/');
      await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    },
  });
  if (!user) {
    return (
      <Link to="/login/" className={styles.user}>
        <IconLogin size={16} />
        {text('user.login')}
      </Link>
    );
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <UnstyledButton className={styles.user} aria-label={`${user.display} · ${text('user.menu')}`}>
          <IconUser size={16} />
          <span className={styles.name}>{user.display}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {user.username} · {text('app.name')} {version}
        </Menu.Label>
        {(everything ? accountLinks : []).map(({ path, label, Icon }) => (
          <Menu.Item key={path} component={AppLink} to={path} leftSection={<Icon size={14} />}>
            {text(label)}
          </Menu.Item>
        ))}
        {everything && user.is_superuser && (
          <Menu.Item component={Link} to="/sso/" leftSection={<IconShieldLock size={14} />}>
            {text('sso.title')}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={14} />} onClick={() => logout.mutate()}>
          {text('user.logout')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
