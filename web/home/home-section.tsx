import type { MenuSection } from '../../src/surfaces/meta/contract.ts';
import { useModels } from '../meta/use-models.ts';
import { AppLink } from '../shell/app-link.tsx';
import { menuIcon } from '../shell/menu-icons.ts';
import { HomeCount } from './home-count.tsx';
import styles from './home-section.module.css';

/** A section of the menu with the number of objects in each list. */
export function HomeSection({ section }: { readonly section: MenuSection }) {
  const Icon = menuIcon(section.icon);
  const { byPath } = useModels();
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>
        <Icon size={15} stroke={1.7} />
        {section.label}
      </h2>
      {section.groups.map((group) =>
        group.items
          .filter(({ path }) => byPath.has(path))
          .map((item) => (
            <AppLink key={item.label} to={`/${item.path}/`} className={styles.item}>
              <span className={styles.label}>{item.label}</span>
              <HomeCount model={item.model} />
            </AppLink>
          )),
      )}
    </section>
  );
}
