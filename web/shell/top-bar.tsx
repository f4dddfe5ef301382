import { ActionIcon, Kbd, UnstyledButton } from '@mantine/core';
import { IconKeyboard, IconMenu2, IconSearch } from '@tabler/icons-react';
import { text } from '../texts/text.ts';
import { AppLink } from './app-link.tsx';
import { ColorSchemeMenu } from './color-scheme-menu.tsx';
import { keyNames } from './key-names.ts';
import { Logo } from './logo.tsx';
import { NotificationBell } from './notification-bell.tsx';
import styles from './top-bar.module.css';
import { UserMenu } from './user-menu.tsx';

interface Properties {
  readonly onMenu: () => void;
  readonly onJump: () => void;
  readonly onHelp: () => void;
}

export function TopBar({ onMenu, onJump, onHelp }: Properties) {
  return (
    <header className={styles.bar}>
      <ActionIcon className={styles.narrow} onClick={onMenu} aria-label={text('menu.open')}>
        <IconMenu2 size={18} />
      </ActionIcon>
      <AppLink to="/" className={`${styles.narrow} ${styles.logo}`} aria-label={text('home.title')}>
        <Logo />
      </AppLink>
      <UnstyledButton className={styles.jump} onClick={onJump} aria-keyshortcuts="Control+K">
        <IconSearch size={14} />
        <span>{text('jump.open')}</span>
        <Kbd size="xs" className={styles.wide}>
          {keyNames('Ctrl K')}
        </Kbd>
      </UnstyledButton>
      <span className={styles.space} />
      <ActionIcon
        className={styles.wide}
        onClick={onHelp}
        aria-label={text('shortcuts.title')}
        title={`${text('shortcuts.title')} (?)`}
      >
        <IconKeyboard size={17} />
      </ActionIcon>
      <NotificationBell />
      <ColorSchemeMenu />
      <UserMenu />
    </header>
  );
}
