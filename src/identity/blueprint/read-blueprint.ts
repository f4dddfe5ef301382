import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { BlueprintError } from './blueprint-error.ts';

/** A value that one of authentik's tags stands for, found out when its entry is applied. */
export class Tagged {
  readonly tag: string;
  readonly value: unknown;
  readonly line: number;
  constructor(tag: string, value: unknown, line: number) {
    this.tag = tag;
    this.value = value;
    this.line = line;
  }
}

export const states = ['present', 'created', 'must_created', 'absent'] as const;

/** One object that a blueprint wants to be there, or not to be. */
export interface Entry {
  readonly model: string;
  /** The name by which !KeyOf finds it. */
  readonly id: string | undefined;
  readonly state: unknown;
  readonly conditions: unknown;
  readonly identifiers: unknown;
  readonly attrs: unknown;
  readonly line: number;
}

export interface Blueprint {
  readonly name: string;
  readonly context: Readonly<Record<string, unknown>>;
  readonly entries: readonly Entry[];
}

/** Tags that are understood. */
const known = new Set(['!KeyOf', '!Find', '!Env', '!Context', '!Format', '!If', '!Condition', '!ParseJSON']);

/** Reads authentik's blueprint YAML (1.1, as PyYAML reads it). Throws a BlueprintError that names the line. */
export function readBlueprint(text: string): Blueprint {
  const lines = new LineCounter();
  const document = parseDocument(text, { version: '1.1', lineCounter: lines, merge: true });
  const [error] = document.errors;
  if (error) throw new BlueprintError(error.message);
  const lineOf = (node: Node | null | undefined) => (node?.range ? lines.linePos(node.range[0]).line : 0);
  const root = plain(document.contents, lineOf);
  if (!isRecord(root)) throw new BlueprintError('A blueprint is an object with version, metadata and entries.');
  if (root.version !== 1)
    throw new BlueprintError(`Only version 1 of blueprints is known, not ${String(root.version)}.`);
  if (!Array.isArray(root.entries)) throw new BlueprintError('entries must be a list.');
  const sequence = isMap(document.contents) ? document.contents.get('entries', true) : null;
  const nodes = isSeq(sequence) ? sequence.items : [];
  return {
    name: isRecord(root.metadata) && typeof root.metadata.name === 'string' ? root.metadata.name : '',
    context: isRecord(root.context) ? root.context : {},
    entries: root.entries.map((entry, index) => readEntry(entry, lineOf(nodes[index] as Node))),
  };
}

function readEntry(entry: unknown, line: number): Entry {
  if (!isRecord(entry) || typeof entry.model !== 'string')
    throw new BlueprintError(`line ${line}: an entry is an object with a model.`);
  const { model, id, state = 'present', conditions = [], identifiers = {}, attrs = {} } = entry;
  return { model, id: id === undefined ? undefined : String(id), state, conditions, identifiers, attrs, line };
}

/** A node as values, its tags kept for later. */
function plain(node: unknown, lineOf: (node: Node) => number): unknown {
  const inner = () => {
    if (isMap(node))
      return Object.fromEntries(node.items.map(({ key, value }) => [String(plain(key, lineOf)), plain(value, lineOf)]));
    if (isSeq(node)) return node.items.map((item) => plain(item, lineOf));
    return isScalar(node) ? node.value : node;
  };
  const tag = (node as Node | null)?.tag;
  if (typeof tag !== 'string' || !tag.startsWith('!')) return inner();
  const line = lineOf(node as Node);
  if (!known.has(tag)) throw new BlueprintError(`line ${line}: the tag ${tag} is not known here.`);
  return new Tagged(tag, inner(), line);
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Tagged);
