import { text } from '../texts/text.ts';
import type { FullForm } from './full-form.ts';
import styles from './object-form.module.css';
import type { Problems } from './read-problems.ts';

/** What keeps the form from being saved: what concerns all of it, and the fields to look at. */
export function FormProblems({ form, problems }: { readonly form: FullForm; readonly problems: Problems }) {
  const labels = form.fields.filter(({ name }) => problems.fields[name]).map(({ label }) => label);
  if (labels.length === 0 && problems.whole.length === 0) return null;
  return (
    <div className={styles.problems} role="alert">
      <p>
        <strong>{text('form.problems')}</strong>
      </p>
      {problems.whole.map((problem) => (
        <p key={problem}>{problem}</p>
      ))}
      {labels.length > 0 && <p>{`${text('form.problemsIn')}: ${labels.join(', ')}`}</p>}
    </div>
  );
}
