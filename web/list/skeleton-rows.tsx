import styles from './object-table.module.css';

interface Properties {
  /** The places of the rows in the list. */
  readonly rows: readonly number[];
  readonly columns: number;
  readonly check?: boolean;
}

/** Room for rows that are on their way. */
export function SkeletonRows({ rows, columns, check }: Properties) {
  return rows.map((row) => (
    <tr key={`skeleton ${row}`}>
      {check && <td className={styles.check} />}
      {Array.from({ length: columns }, (_, column) => (
        <td key={column}>
          <span className={styles.bone} style={{ width: `${40 + ((row * 7 + column * 23) % 45)}%` }} />
        </td>
      ))}
      <td className={styles.filler} />
    </tr>
  ));
}
