import styles from './object-table.module.css';

/** Room for rows that are on their way. */
export function SkeletonRows({ rows, columns }: { readonly rows: number; readonly columns: number }) {
  return Array.from({ length: rows }, (_, row) => (
    <tr key={row}>
      {Array.from({ length: columns }, (_, column) => (
        <td key={column}>
          <span className={styles.bone} style={{ width: `${40 + ((row * 7 + column * 23) % 45)}%` }} />
        </td>
      ))}
      <td className={styles.filler} />
    </tr>
  ));
}
