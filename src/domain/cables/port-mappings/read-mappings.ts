import { typeName } from '#fields/parse.ts';
import type { Draft } from '#operations/write/draft.ts';
import { wholeObject } from '#operations/write/field-errors.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import { byPosition } from '../by-position.ts';
import type { MappedPorts } from './mapped-ports.ts';

/** A mapping that a request wants: own position, the port on the other side, its position. */
export interface WantedMapping {
  readonly position: string;
  readonly port: string;
  readonly portPosition: string;
}

const note = 'port mappings';

/** The mappings that a request wants of a port; undefined where it says nothing of them. */
export const wantedMappings = (draft: Draft): readonly WantedMapping[] | undefined =>
  draft.notes.get(note) as readonly WantedMapping[] | undefined;

/** Messages by member, or those of an entry that is none. */
type EntryErrors = Record<string, string[]> | string[];

interface Entry {
  readonly errors: EntryErrors;
  readonly mapping: WantedMapping;
}

/** Reads `rear_ports` or `front_ports` of requests; looks up the ports and whether their positions are free. */
export async function readMappings(
  drafts: readonly Draft[],
  { context, ports }: { context: WriteContext; ports: MappedPorts },
): Promise<void> {
  const lists = new Map<Draft, Entry[]>();
  for (const draft of drafts) {
    const entries = readList(draft, ports);
    if (entries) lists.set(draft, entries);
  }
  const all = [...lists.values()].flat().filter(({ errors }) => Object.keys(errors).length === 0);
  if (all.length > 0) {
    const list = `{${all.map(({ mapping }) => mapping.port).join(',')}}`;
    const [found, taken] = await Promise.all([
      context.rows(`select id from ${ports.otherModel.replace('.', '_')} where id = any($1::bigint[])`, [list]),
      context.rows(
        `select ${ports.other}_id, ${ports.other}_position from ${ports.mapping.replace('.', '_')} where ${ports.other}_id = any($1::bigint[])`,
        [list],
      ),
    ]);
    const there = new Set(found.map(([id]) => id));
    // NetBox 4.7 counts the mapping that the port has itself as another's too.
    const used = new Set(taken.map(([port, position]) => `${port} ${position}`));
    for (const { errors, mapping } of all as readonly { errors: Record<string, string[]>; mapping: WantedMapping }[]) {
      const place = `${mapping.port} ${mapping.portPosition}`;
      if (!there.has(mapping.port)) errors[ports.other] = [`Invalid pk "${mapping.port}" - object does not exist.`];
      else if (used.has(place))
        errors[wholeObject] = [`The fields ${ports.other}, ${ports.other}_position must make a unique set.`];
      used.add(place);
    }
  }
  for (const [draft, entries] of lists) {
    const errors = entries.map((entry) => entry.errors);
    if (errors.some((one) => Object.keys(one).length > 0)) draft.errors.set(ports.field, byPosition(errors));
    draft.notes.set(
      note,
      entries.map(({ mapping }) => mapping),
    );
  }
}

function readList(draft: Draft, ports: MappedPorts): Entry[] | undefined {
  const { field } = ports;
  if (!draft.given(field)) return undefined;
  const value = draft.input[field];
  if (value === null) draft.errors.add(field, 'This field may not be null.');
  else if (!Array.isArray(value))
    draft.errors.set(field, { [wholeObject]: [`Expected a list of items but got type "${typeName(value)}".`] });
  else return value.map((one) => readEntry(one, { ports, whole: draft.whole }));
  return undefined;
}

const nowhere: WantedMapping = { position: '', port: '', portPosition: '' };

/**
 * Reads an entry as Django REST framework does: what isn't named is asked for where the request describes the whole
 * port; the other side, which must be unique, in any case, once nothing else is wrong.
 */
function readEntry(value: unknown, { ports, whole }: { ports: MappedPorts; whole: boolean }): Entry {
  const { other } = ports;
  if (value === null) return { errors: ['This field may not be null.'], mapping: nowhere };
  const errors: Record<string, string[]> = {};
  if (typeof value !== 'object' || Array.isArray(value)) {
    errors[wholeObject] = [`Invalid data. Expected a dictionary, but got ${typeName(value)}.`];
    return { errors, mapping: nowhere };
  }
  const given = value as Record<string, unknown>;
  const number = (name: string, read: (value: unknown) => string) => {
    if (given[name] === undefined) {
      if (whole && name !== `${other}_position`) errors[name] = ['This field is required.'];
    } else if (given[name] === null) errors[name] = ['This field may not be null.'];
    else
      try {
        return read(given[name]);
      } catch (error) {
        errors[name] = [(error as Error).message];
      }
    return '';
  };
  const mapping = {
    position: number('position', ownPosition) || '1',
    port: number(other, key),
    portPosition: number(`${other}_position`, position),
  };
  if (Object.keys(errors).length === 0)
    for (const name of [other, `${other}_position`])
      if (given[name] === undefined) errors[name] = ['This field is required.'];
  return { errors, mapping };
}

/** Of the port's own positions NetBox's API asks no more than that they are numbers; what the column can't hold is refused. */
function ownPosition(value: unknown): string {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '';
  if (!/^-?\d+$/.test(text)) throw new Error('A valid integer is required.');
  if (Number(text) < 0) throw new Error('Ensure this value is greater than or equal to 0.');
  if (Number(text) > 32767) throw new Error('Ensure this value is less than or equal to 32767.');
  return String(Number(text));
}

function position(value: unknown): string {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '';
  if (!/^-?\d+$/.test(text)) throw new Error('A valid integer is required.');
  if (Number(text) < 1) throw new Error('Ensure this value is greater than or equal to 1.');
  if (Number(text) > 1024) throw new Error('Ensure this value is less than or equal to 1024.');
  return String(Number(text));
}

function key(value: unknown): string {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '';
  if (!/^\d{1,18}$/.test(text)) throw new Error(`Incorrect type. Expected pk value, received ${typeName(value)}.`);
  return String(BigInt(text));
}
