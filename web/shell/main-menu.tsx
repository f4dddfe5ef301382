import { TextInput } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useLocation } from 'react-router';
import { text } from '../texts/text.ts';
import { AppLink } from './app-link.tsx';
import { Logo } from './logo.tsx';
import styles from './main-menu.module.css';
import { MenuSectionView } from './menu-section-view.tsx';
import { useMenu } from './use-menu.ts';

/** The menu: sections open and close, arrows walk through it, typing in the field narrows it. */
export function MainMenu() {
  const menu = useMenu();
  const [filter, setFilter] = useState('');
  const here = useLocation().pathname.split('/').slice(1, 3).join('/');
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = menu.flatMap((section) => {
    const groups = section.groups.flatMap((group) => {
      const items = group.items.filter((item) => {
        const haystack = `${section.label} ${group.label} ${item.label}`.toLowerCase();
        return words.every((word) => haystack.includes(word));
      });
      return items.length > 0 ? [{ ...group, items }] : [];
    });
    return groups.length > 0 ? [{ ...section, groups }] : [];
  });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens to what its links and buttons let through
    <div className={styles.menu} onKeyDown={walk} role="presentation">
      <AppLink to="/" className={styles.brand}>
        <Logo />
        {text('app.name')}
      </AppLink>
      <TextInput
        className={styles.filter}
        leftSection={<IconFilter size={13} />}
        placeholder={text('menu.filter')}
        aria-label={text('menu.filter')}
        value={filter}
        onChange={(event) => setFilter(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && setFilter('')}
      />
      <div className={styles.sections}>
        {shown.map((section) => (
          <MenuSectionView key={section.label} section={section} here={here} forceOpen={words.length > 0} />
        ))}
        {shown.length === 0 && <p className={styles.none}>{text('menu.none')}</p>}
      </div>
    </div>
  );
}

/** Arrow keys go through everything in the menu that can have the focus. */
function walk(event: KeyboardEvent<HTMLElement>) {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('a, button, input')];
  const next = stops[stops.indexOf(document.activeElement as HTMLElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
