import type { RestObject } from '../../api/rest.ts';
import { ObjectTable } from '../../list/object-table.tsx';
import { useModel } from '../../meta/use-model.ts';
import styles from './attached-table.module.css';

interface Properties {
  /** The list of what is attached: `tenancy/contact-assignments`. */
  readonly path: string;
  readonly rows: readonly RestObject[];
  /** Columns that would repeat the object itself. */
  readonly without: readonly string[];
}

/** Objects attached to another, in the columns of their own list. */
export function AttachedTable({ path, rows, without }: Properties) {
  const model = useModel(path);
  const columns = model.columns.filter(({ name, shown }) => shown && !without.includes(name));
  return (
    <div className={styles.table}>
      <ObjectTable model={model} columns={columns} rows={rows} expected={rows.length} />
    </div>
  );
}
