import { flatChoices } from '#fields/choice-set.ts';
import { cableProfile } from '#models/dcim/choices/cables.ts';
import { interfaceType } from '#models/dcim/choices/interface-type.ts';
import type { Draft } from '#operations/write/draft.ts';
import { wholeObject } from '#operations/write/field-errors.ts';
import { type CableEnds, cableEnds, nodesAt, sides } from './cable-ends.ts';
import type { CabledObject } from './cabled-object.ts';
import { cannotBeCabled } from './cannot-be-cabled.ts';
import { connectorsOf } from './profile.ts';
import { terminationKind } from './termination-kinds.ts';

const labelOf = (set: typeof cableProfile, value: string | null): string =>
  flatChoices(set).find(([one]) => one === value)?.[1] ?? String(value);

/** Checks cables as they will be, with everything at their ends. One error a cable: the first in NetBox's order. */
export function checkCables(drafts: readonly Draft[]): void {
  const taken = new Map<string, Draft>();
  for (const draft of drafts) {
    const ends = cableEnds(draft);
    if (!ends) continue;
    const problem =
      lengthProblem(draft) ?? missingEnd(draft, ends) ?? profileProblem(draft, ends) ?? endsProblem(draft, ends, taken);
    if (problem) draft.errors.add(...problem);
  }
}

type Problem = readonly [field: string, message: string] | undefined;

const whole = (message: string): Problem => [wholeObject, message];

const lengthProblem = (draft: Draft): Problem =>
  draft.get('length') !== null && !draft.get('length_unit')
    ? whole('Must specify a unit when setting a cable length')
    : undefined;

const missingEnd = (draft: Draft, ends: CableEnds): Problem =>
  draft.isNew && sides.some((side) => nodesAt(ends, side).length === 0)
    ? whole('Must define A and B terminations when creating a new cable.')
    : undefined;

function profileProblem(draft: Draft, ends: CableEnds): Problem {
  const profile = draft.get('profile');
  const connectors = connectorsOf(profile);
  if (!connectors) return undefined;
  for (const side of sides) {
    const count = nodesAt(ends, side).length;
    const most = connectors[side].length;
    if (count > most)
      return [
        `${side.toLowerCase()}_terminations`,
        `${side} side of cable has ${count} terminations but only ${most} are permitted for profile ${labelOf(cableProfile, profile)}`,
      ];
  }
  return undefined;
}

function endsProblem(draft: Draft, ends: CableEnds, taken: Map<string, Draft>): Problem {
  if (!ends.wanted.A && !ends.wanted.B) return undefined;
  const [a, b] = sides.map((side) => nodesAt(ends, side).flatMap((node) => ends.objects.get(node) ?? [])) as [
    CabledObject[],
    CabledObject[],
  ];

  // ---- What is at the ends together
  for (const objects of [a, b])
    if (objects.some(({ model }) => model !== objects[0]!.model))
      return whole('Cannot connect different termination types to same end of cable.');
  const [firstA, firstB] = [a[0], b[0]];
  if (firstA && firstB) {
    if (!terminationKind(firstA.model)?.fits.includes(firstB.model))
      return whole(`Incompatible termination types: ${firstA.model.split('.')[1]} and ${firstB.model.split('.')[1]}`);
    if (a.some(({ node }) => b.some((other) => other.node === node)))
      return whole('A and B terminations cannot connect to the same object.');
  }

  // ---- Each by itself
  for (const object of [...a, ...b]) {
    const problem = objectProblem(object, draft.key ?? null);
    if (problem) return whole(problem);
  }
  for (const { node, model, id } of [...a, ...b]) {
    if (taken.has(node)) return whole(`Duplicate termination found for ${model} ${id}`);
    taken.set(node, draft);
  }
  return undefined;
}

function objectProblem(object: CabledObject, cable: string | null): string | undefined {
  const { model, id, name, interfaceType: type } = object;
  if (object.markedConnected) return `Cannot connect a cable to ${name} because it is marked as connected.`;
  if (object.cable !== null && object.cable !== cable)
    return `Duplicate termination found for ${model} ${id}: cable ${object.cable}`;
  if (object.isChannel)
    return 'Cables cannot be terminated directly to a channel subinterface; cable the parent interface instead.';
  if (model === 'dcim.interface' && cannotBeCabled(type))
    return `Cables cannot be terminated to ${labelOf(interfaceType, type)} interfaces`;
  if (object.onProviderNetwork) return 'Circuit terminations attached to a provider network may not be cabled.';
  return undefined;
}
