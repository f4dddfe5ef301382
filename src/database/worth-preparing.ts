/** How many texts are remembered at least; at most twice as many. */
const remembered = 1000;

let young = new Set<string>();
let old = new Set<string>();

/**
 * Whether a statement's text has been seen before, lately. What is prepared stays on each connection, here and in
 * PostgreSQL, as long as the connection lives, and clients can ask for any number of combinations of filters and fields:
 * only what comes again is worth it. A statement that isn't prepared takes what one takes the first time.
 */
export function worthPreparing(text: string): boolean {
  if (young.has(text)) return true;
  const known = old.has(text);
  if (young.size >= remembered) {
    old = young;
    young = new Set();
  }
  young.add(text);
  return known;
}
