import type { RestReference } from '../../api/rest.ts';
import type { TraceLink, TraceStep } from './trace-data.ts';

/** What ends belong to, with the ends at which a path comes in and at which it goes out. */
export interface TraceCard {
  readonly key: string;
  /** The device, circuit, panel or machine; absent for an end that stands for itself, such as a provider's network. */
  readonly parent: RestReference | undefined;
  /** One row where the path begins or ends, two where it passes through. */
  readonly rows: readonly (readonly RestReference[])[];
}

export type TracePiece =
  | { readonly kind: 'cards'; readonly cards: readonly TraceCard[] }
  | { readonly kind: 'links'; readonly links: readonly TraceLink[] };

/** The fields that name what an end belongs to, the nearest first. */
const parents = ['device', 'virtual_machine', 'circuit', 'virtual_circuit', 'power_panel'] as const;

/** A path's steps as cards and links: ends of the same parents that follow one another share a card. */
export function traceCards(steps: readonly TraceStep[]): TracePiece[] {
  const pieces: TracePiece[] = [];
  for (const step of steps) {
    if (step.kind === 'links') {
      pieces.push(step);
      continue;
    }
    const cards = cardsOf(step.ends);
    const last = pieces.at(-1);
    const isSame =
      last?.kind === 'cards' &&
      last.cards.length === cards.length &&
      last.cards.every((card, index) => card.parent && card.key === cards[index]!.key);
    if (last?.kind === 'cards' && isSame)
      pieces[pieces.length - 1] = {
        kind: 'cards',
        cards: last.cards.map((card, index) => ({ ...card, rows: [...card.rows, ...cards[index]!.rows] })),
      };
    else pieces.push({ kind: 'cards', cards });
  }
  return pieces;
}

function cardsOf(ends: readonly RestReference[]): TraceCard[] {
  const cards = new Map<string, { parent: RestReference | undefined; ends: RestReference[] }>();
  for (const end of ends) {
    const parent = parentOf(end);
    const key = (parent ?? end).url;
    const card = cards.get(key);
    if (card) card.ends.push(end);
    else cards.set(key, { parent, ends: [end] });
  }
  return [...cards].map(([key, { parent, ends: own }]) => ({ key, parent, rows: [own] }));
}

function parentOf(end: RestReference): RestReference | undefined {
  const fields = end as unknown as Readonly<Record<string, RestReference | null | undefined>>;
  for (const name of parents) if (fields[name]) return fields[name];
  return undefined;
}
