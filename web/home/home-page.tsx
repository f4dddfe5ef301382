import { useMenu } from '../shell/use-menu.ts';
import { text } from '../texts/text.ts';
import styles from './home-page.module.css';
import { HomeSection } from './home-section.tsx';

/** How much there is of everything. */
export function HomePage() {
  const menu = useMenu();
  return (
    <div className={styles.page}>
      <title>{text('app.name')}</title>
      <h1 className={styles.title}>{text('home.title')}</h1>
      <div className={styles.sections}>
        {menu.map((section) => (
          <HomeSection key={section.label} section={section} />
        ))}
      </div>
    </div>
  );
}
