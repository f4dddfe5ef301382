const longest = 63;

/**
 * The name PostgreSQL gives an unnamed constraint (`makeObjectName`): `<table>_<column>_<label>`, the longer of table
 * and column shortened until the whole fits.
 */
export function postgresName(table: string, column: string, label: string): string {
  const room = longest - label.length - 1 - (column ? 1 : 0);
  let [first, second] = [table.length, column.length];
  while (first + second > room) {
    if (first > second) first -= 1;
    else second -= 1;
  }
  return [table.slice(0, first), ...(column ? [column.slice(0, second)] : []), label].join('_');
}
