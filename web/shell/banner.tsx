import styles from './banner.module.css';
import { SafeHtml } from './safe-html.tsx';

/** A banner that an administrator set; nothing where none is. */
export function Banner({ html }: { readonly html: string | undefined }) {
  if (!html) return null;
  return (
    <div className={styles.banner}>
      <SafeHtml html={html} />
    </div>
  );
}
