import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { en } from './en.ts';

const web = fileURLToPath(new URL('..', import.meta.url));

/** The catalogue itself, and GraphiQL, which is a page of its own in English. */
const apart = /^(texts|graphiql|public)\/|\.test\.tsx?$/;

/** Attributes and properties that people read or hear. */
const spoken = new Set(['aria-label', 'alt', 'description', 'help', 'label', 'placeholder', 'summary', 'title']);

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [name: string]: unknown;
}

test('every text of the interface stands in the catalogue, and is asked for when something is drawn', () => {
  const found: string[] = [];
  for (const file of readdirSync(web, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(file) || apart.test(file)) continue;
    const source = readFileSync(`${web}${file}`, 'utf8');
    const say = (node: Node, what: string) =>
      found.push(`${file}:${source.slice(0, node.start).split('\n').length} ${what}`);
    walk(parseSync(file, source).program as unknown as Node, [], (node, above) => {
      for (const text of textsIn(node))
        say(node, `“${text.trim()}” belongs into web/texts/en/ and all other languages`);
      if (isTextCall(node) && !above.some(({ type }) => /Function|Method|PropertyDefinition/.test(type)))
        say(node, 'text() is called while the module is loaded: the language is not known yet');
    });
  }
  assert.deepEqual(found, []);
});

/** Words for people that stand at this node itself. */
function textsIn(node: Node): string[] {
  if (node.type === 'JSXText') return worded(node.value);
  if (node.type === 'JSXExpressionContainer') return literals(node.expression as Node).flatMap(worded);
  if (node.type === 'JSXAttribute' && spoken.has(nameOf(node.name))) {
    const value = node.value as Node | null;
    return value?.type === 'Literal' ? worded(value.value) : [];
  }
  if (node.type === 'Property' && spoken.has(nameOf(node.key)))
    return literals(node.value as Node).flatMap((value) => (/^\p{Lu}\p{Ll}/u.test(String(value)) ? worded(value) : []));
  return [];
}

/** What an expression may give, as far as it is written out; class names and such are in lower case and without spaces. */
function literals(node: Node): unknown[] {
  if (node.type === 'Literal') return /^\p{Lu}\p{Ll}|\p{L} \p{L}/u.test(String(node.value)) ? [node.value] : [];
  if (node.type === 'ConditionalExpression')
    return [node.consequent, node.alternate].flatMap((one) => literals(one as Node));
  if (node.type === 'LogicalExpression') return [node.left, node.right].flatMap((one) => literals(one as Node));
  return [];
}

/** Examples with digits (`tcp/443`) and signs are the same in all languages; names of texts are no texts. */
const worded = (value: unknown): string[] =>
  typeof value === 'string' && /\p{L}{2}/u.test(value) && !/\d/.test(value) && !(value in en) ? [value] : [];

const isTextCall = ({ type, callee }: Node): boolean =>
  type === 'CallExpression' && (callee as Node).type === 'Identifier' && (callee as Node).name === 'text';

const nameOf = (name: unknown): string => String((name as Node).name ?? (name as Node).value);

function walk(node: Node, above: readonly Node[], visit: (node: Node, above: readonly Node[]) => void): void {
  visit(node, above);
  const inside = [...above, node];
  for (const child of Object.values(node).flat())
    if (typeof child === 'object' && child !== null && 'type' in child) walk(child as Node, inside, visit);
}
