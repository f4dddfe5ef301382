import type { Draft } from '#operations/write/draft.ts';
import { wholeObject } from '#operations/write/field-errors.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import { namedKinds } from './component-kinds.ts';
import type { ModuleMove, MovedComponent } from './module-move.ts';
import { moveBlockers } from './move-blockers.ts';

const limits = { name: 64, label: 64, position: 30 } as const;

/** Adds whatever stands against the move of a module: all of it to the whole object. */
export async function checkMove(draft: Draft, move: ModuleMove, context: WriteContext): Promise<void> {
  const add = (message: string) => draft.errors.add(wholeObject, message);
  const bays = move.components.filter(({ kind }) => kind === 'modulebay');
  if (bays.some(({ key }) => key === draft.get('module_bay')))
    return add('A module bay cannot belong to a module installed within it.');
  if (move.crossesDevices) {
    const blockers = await moveBlockers(move, context);
    if (blockers.length > 0)
      add(
        `This module cannot be moved to a different device because the moved components have active related objects: ${blockers.join('; ')}.`,
      );
  }
  for (const kind of namedKinds) {
    const moved = move.components.filter((one) => one.kind === kind);
    if (moved.length === 0) continue;
    for (const message of clashesWithin(moved, move)) add(message);
    const taken = await takenNames(moved, { kind, move, context });
    if (taken.length > 0)
      add(
        `Moving this module would conflict with ${taken.length} existing ${kind} (e.g. ${taken.slice(0, 5).join(', ')}).`,
      );
  }
  for (const module of new Set(bays.map((bay) => bay.module)))
    for (const message of clashesWithin(
      bays.filter((bay) => bay.module === module),
      move,
    ))
      add(message);
  const long = move.components.filter(({ name, label, position }) =>
    Object.entries({ name, label, position }).some(
      ([field, text]) => [...(text ?? '')].length > limits[field as keyof typeof limits],
    ),
  );
  if (long.length > 0)
    add(
      `Moving this module would exceed the maximum field length for the following: ${long.map(({ before }) => before.get('name')).join('; ')}.`,
    );
  if (move.failures.length > 0)
    add(
      `Moving this module would require template-derived values that cannot be resolved for the destination bay hierarchy: ${move.failures.join('; ')}.`,
    );
}

/** Names that come twice, or that another of them has now (they are renamed in one go). */
function clashesWithin(moved: readonly MovedComponent[], { crossesDevices }: ModuleMove): readonly string[] {
  const messages: string[] = [];
  const seen = new Set<string>();
  const now = new Set(moved.map(({ before }) => before.get('name')));
  for (const { name, kind, before } of moved) {
    if (seen.has(name)) messages.push(`Moving this module would create more than one ${kind} named ${name}.`);
    seen.add(name);
    if (!crossesDevices && name !== before.get('name') && now.has(name))
      messages.push(
        `Moving this module would rename ${before.get('name')} to ${name}, which is the current name of another moved ${kind}.`,
      );
  }
  return messages;
}

async function takenNames(
  moved: readonly MovedComponent[],
  { kind, move, context }: { kind: string; move: ModuleMove; context: WriteContext },
): Promise<readonly string[]> {
  const rows = await context.rows(
    `select name from dcim_${kind} where device_id = $1 and not (id = any($2))
       and name in (select json_array_elements_text($3)) order by name`,
    [
      move.device.to,
      `{${moved.map(({ key }) => key).join(',')}}`,
      JSON.stringify([...new Set(moved.map(({ name }) => name))]),
    ],
  );
  return rows.map(([name]) => name!);
}
