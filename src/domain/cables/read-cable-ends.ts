import { InvalidValue, typeName } from '#fields/parse.ts';
import { contentTypeId } from '#operations/write/content-type-id.ts';
import type { Draft } from '#operations/write/draft.ts';
import { wholeObject } from '#operations/write/field-errors.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import { byPosition } from './by-position.ts';
import { type Side, setCableEnds, sides, storedTerminations } from './cable-ends.ts';
import { type CabledObject, cabledObjects } from './cabled-object.ts';

const fieldOf: Readonly<Record<Side, string>> = { A: 'a_terminations', B: 'b_terminations' };

/** Reads `a_terminations` and `b_terminations` of requests, and what is stored of the same cables: two statements. */
export async function readCableEnds(drafts: readonly Draft[], context: WriteContext): Promise<void> {
  const named = new Map(
    drafts.map((draft) => {
      const wanted: Partial<Record<Side, string[]>> = {};
      for (const side of sides) if (draft.given(fieldOf[side])) wanted[side] = readNodes(draft, side, context);
      return [draft, wanted];
    }),
  );
  const stored = await storedTerminations(
    context,
    drafts.flatMap(({ key }) => key ?? []),
  );
  const objects = await cabledObjects(context, [
    ...[...named.values()].flatMap(({ A = [], B = [] }) => [...A, ...B]),
    ...stored.map(({ node }) => node),
  ]);
  const byCable = new Map<string, typeof stored>();
  for (const one of stored) byCable.set(one.cable, [...(byCable.get(one.cable) ?? []), one]);
  for (const [draft, wanted] of named) {
    for (const side of sides) refuseUnknown(draft, { field: fieldOf[side], nodes: wanted[side] ?? [], objects });
    setCableEnds(draft, { stored: byCable.get(draft.key ?? '') ?? [], wanted, objects });
  }
}

/** Adds errors, by position, for objects that aren't there, or at which no cable can end. */
function refuseUnknown(
  draft: Draft,
  { field, nodes, objects }: { field: string; nodes: readonly string[]; objects: ReadonlyMap<string, CabledObject> },
): void {
  if (draft.errors.has(field) || nodes.every((node) => objects.has(node))) return;
  draft.errors.set(
    field,
    byPosition(
      nodes.map((node) =>
        objects.has(node)
          ? {}
          : { object_id: [`Related object not found using the provided numeric ID: ${node.split(':')[1]}`] },
      ),
    ),
  );
}

/** The nodes that one end's list names; errors by position. */
function readNodes(draft: Draft, side: Side, context: WriteContext): string[] {
  const field = fieldOf[side];
  const value = draft.input[field];
  if (value === null) draft.errors.add(field, 'This field may not be null.');
  else if (!Array.isArray(value))
    draft.errors.set(field, { [wholeObject]: [`Expected a list of items but got type "${typeName(value)}".`] });
  if (!Array.isArray(value)) return [];
  const errors: object[] = [];
  const nodes = value.map((one, index) => {
    if (one === null) {
      errors[index] = ['This field may not be null.'];
      return '';
    }
    const own: Record<string, string[]> = {};
    errors[index] = own;
    return readNode(one, own, context);
  });
  if (errors.some((one) => Object.keys(one).length > 0)) draft.errors.set(field, byPosition(errors));
  return nodes;
}

function readNode(value: unknown, errors: Record<string, string[]>, context: WriteContext): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    errors[wholeObject] = [`Invalid data. Expected a dictionary, but got ${typeName(value)}.`];
    return '';
  }
  const { object_type: type, object_id: id } = value as Record<string, unknown>;
  let typeId = '';
  if (type === undefined) errors.object_type = ['This field is required.'];
  else if (type === null || type === '') errors.object_type = ['This field may not be null.'];
  else
    try {
      typeId = contentTypeId(type, context);
    } catch (error) {
      if (!(error instanceof InvalidValue)) throw error;
      errors.object_type = [error.message];
    }
  const text = typeof id === 'number' || typeof id === 'string' ? String(id).trim() : '';
  if (id === undefined) errors.object_id = ['This field is required.'];
  else if (id === null) errors.object_id = ['This field may not be null.'];
  else if (!/^\d{1,18}$/.test(text)) errors.object_id = ['A valid integer is required.'];
  return Object.keys(errors).length > 0 ? '' : `${typeId}:${BigInt(text)}`;
}
