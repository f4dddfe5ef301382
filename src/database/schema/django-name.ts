import { createHash } from 'node:crypto';

const longest = 63;

/**
 * The name Django's schema editor gives an index or a constraint (`_create_index_name`): table, columns and eight
 * hexadecimal digits of an MD5 over both, each half cut where the whole would pass PostgreSQL's 63 characters.
 */
export function djangoName(table: string, columns: readonly string[], suffix = ''): string {
  const digest = createHash('md5')
    .update(table + columns.join(''))
    .digest('hex');
  let ending = digest.slice(0, 8) + suffix;
  const name = `${table}_${columns.join('_')}_${ending}`;
  if (name.length <= longest) return name;
  ending = ending.slice(0, longest / 3);
  const half = Math.floor((longest - ending.length) / 2) - 1;
  return `${table.slice(0, half)}_${columns.join('_').slice(0, half)}_${ending}`;
}
