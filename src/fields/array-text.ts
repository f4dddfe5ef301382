/**
 * Splits PostgreSQL's text of a one-dimensional array (`{1,"a b",NULL}`) into its elements' texts.
 * Source: PostgreSQL manual, "Array Input and Output Syntax". Throws nothing; nested arrays come back as their text.
 */
export function arrayElements(text: string): (string | null)[] {
  const elements: (string | null)[] = [];
  let at = 1;
  while (at < text.length - 1) {
    if (text[at] === '"') {
      let value = '';
      for (at++; text[at] !== '"'; at++) value += text[at] === '\\' ? text[++at] : text[at];
      elements.push(value);
      at += 2;
    } else {
      let depth = 0;
      const start = at;
      for (; at < text.length - 1 && (depth > 0 || text[at] !== ','); at++) {
        if (text[at] === '{') depth++;
        else if (text[at] === '}') depth--;
        else if (text[at] === '"') for (at++; text[at] !== '"'; at++) if (text[at] === '\\') at++;
      }
      const raw = text.slice(start, at);
      elements.push(raw === 'NULL' ? null : raw);
      at++;
    }
  }
  return elements;
}

/** PostgreSQL's text of an array of texts. */
export const arrayLiteral = (elements: readonly (string | null)[]): string =>
  `{${elements
    .map((one) => (one === null ? 'NULL' : `"${one.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`))
    .join(',')}}`;
