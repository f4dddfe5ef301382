import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { BlueprintError } from './blueprint-error.ts';
import { isRecord, Tagged } from './tagged.ts';
import { tags, truthy } from './tags.ts';

export const states = ['present', 'created', 'must_created', 'absent'] as const;

/** One object that a blueprint wants to be there, or not to be. */
export interface Entry {
  /** A name, or a tag that stands for one. */
  readonly model: unknown;
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
  readonly labels: Readonly<Record<string, string>>;
  readonly context: Readonly<Record<string, unknown>>;
  readonly entries: readonly Entry[];
}

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
  const { metadata, context = {} } = root;
  if (metadata !== undefined && !(isRecord(metadata) && typeof metadata.name === 'string'))
    throw new BlueprintError('metadata must be an object with a name.');
  const labels = isRecord(metadata) ? (metadata.labels ?? {}) : {};
  if (!isRecord(labels)) throw new BlueprintError('The labels of metadata must be an object.');
  if (!isRecord(context)) throw new BlueprintError('context must be an object.');
  const nodes = isMap(document.contents) ? document.contents.get('entries', true) : null;
  return {
    name: isRecord(metadata) ? String(metadata.name) : '',
    labels: Object.fromEntries(Object.entries(labels).map(([name, value]) => [name, String(value)])),
    context,
    entries: listed(root.entries, nodes).map(([entry, node]) => readEntry(entry, lineOf(node as Node))),
  };
}

/** Entries with their nodes; they may be a list, or a mapping of lists, whose names say nothing. */
function listed(entries: unknown, node: unknown): [unknown, unknown][] {
  if (isRecord(entries))
    return Object.entries(entries).flatMap(([name, part]) => listed(part, isMap(node) ? node.get(name, true) : null));
  if (!Array.isArray(entries)) throw new BlueprintError('entries must be a list, or an object of lists.');
  return entries.map((entry, index) => [entry, isSeq(node) ? node.items[index] : null]);
}

const parts = ['model', 'id', 'state', 'conditions', 'identifiers', 'attrs', 'permissions'];

function readEntry(entry: unknown, line: number): Entry {
  const refuse = (reason: string): never => {
    throw new BlueprintError(`line ${line}: ${reason}`);
  };
  if (!isRecord(entry) || !(typeof entry.model === 'string' || entry.model instanceof Tagged))
    return refuse('an entry is an object with a model.');
  const unknown = Object.keys(entry).find((name) => !parts.includes(name));
  if (unknown !== undefined) return refuse(`an entry has no ${unknown}.`);
  const { model, id, state = 'present', conditions = [], identifiers = {}, attrs, permissions = [] } = entry;
  if (truthy(permissions)) return refuse('there are no permissions of single objects here.');
  return {
    model,
    id: id === undefined ? undefined : String(id),
    state,
    conditions,
    identifiers,
    attrs: attrs ?? {},
    line,
  };
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
  if (!Object.hasOwn(tags, tag)) throw new BlueprintError(`line ${line}: the tag ${tag} is not known here.`);
  return new Tagged(tag, inner(), line);
}
