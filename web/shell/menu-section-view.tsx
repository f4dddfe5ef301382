import { UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { Fragment, useId, useState } from 'react';
import type { MenuSection } from '../../src/surfaces/meta/contract.ts';
import { AppLink } from './app-link.tsx';
import { menuIcon } from './menu-icons.ts';
import styles from './menu-section-view.module.css';

interface Properties {
  readonly section: MenuSection;
  /** The list that is being looked at: `dcim/devices`. */
  readonly here: string;
  readonly forceOpen: boolean;
}

export function MenuSectionView({ section, here, forceOpen }: Properties) {
  const holdsHere = section.groups.some((group) => group.items.some((item) => item.path === here));
  const [chosen, choose] = useState<boolean | null>(null);
  const open = forceOpen || (chosen ?? holdsHere);
  const id = useId();
  const Icon = menuIcon(section.icon);
  return (
    <div>
      <UnstyledButton
        className={styles.section}
        aria-expanded={open}
        aria-controls={id}
        data-here={holdsHere || undefined}
        onClick={() => choose(!open)}
      >
        <Icon size={16} stroke={1.7} />
        <span className={styles.label}>{section.label}</span>
        <IconChevronRight size={13} className={styles.chevron} data-open={open || undefined} />
      </UnstyledButton>
      {open && (
        <div id={id} className={styles.items}>
          {section.groups.map((group) => (
            <Fragment key={group.label}>
              {section.groups.length > 1 && <div className={styles.group}>{group.label}</div>}
              {group.items.map((item) => (
                <AppLink
                  key={item.label}
                  to={`/${item.path}/`}
                  className={styles.item}
                  aria-current={item.path === here ? 'page' : undefined}
                >
                  {item.label}
                </AppLink>
              ))}
            </Fragment>
          ))}
        </div>
      )}
    </div>
  );
}
