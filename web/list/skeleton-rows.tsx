import styles from './object-table.module.css';

/** Room for rows that are on their way. */
export function SkeletonRows({ rows, columns }: { readonly rows: number; readonly columns: number }) {
  return Array.from({ length: rows }, (_, row) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
    <tr key={row} aria-hidden="true">
      {Array.from({ length: columns }, (_, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
        <td key={column}>
          <span className={styles.bone} style={{ width: `${40 + ((row * 7 + column * 23) % 45)}%` }} />
        </td>
      ))}
    </tr>
  ));
}
