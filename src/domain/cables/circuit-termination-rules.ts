import { Draft, type Text } from '#operations/write/draft.ts';
import type { Deleted, ModelRules } from '#operations/write/rules.ts';
import { save } from '#operations/write/save.ts';
import { storedRows } from '#operations/write/stored.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import { retrace } from './paths/retrace.ts';

const model = 'circuits.circuittermination';

/** Ends of circuits: the circuit names them, and paths lead from one to the other. */
export const circuitTerminationRules: ModelRules = {
  async saved(drafts, context) {
    await nameEnds(drafts, context);
    await retraceEnds(
      drafts.map(({ key, columns }) => ({ key: key!, columns })),
      context,
    );
  },

  deleted: retraceEnds,
};

/** Paths that lead through the ends, or could lead on through them from the other end. */
async function retraceEnds(rows: readonly Deleted[], context: WriteContext): Promise<void> {
  if (rows.length === 0) return;
  const type = context.contentTypes.id(model);
  const peers = await context.rows(
    `select t.id from circuits_circuittermination t
     join unnest($1::bigint[], $2::varchar[]) v(circuit, side) on v.circuit = t.circuit_id and v.side <> t.term_side`,
    [
      `{${rows.map(({ columns }) => columns.get('circuit_id')).join(',')}}`,
      `{${rows.map(({ columns }) => columns.get('term_side')).join(',')}}`,
    ],
  );
  const keys = [...rows.map(({ key }) => key), ...peers.map(([key]) => key!)];
  await retrace(context, { through: keys.map((key) => `${type}:${key}`), lenient: true });
}

interface Naming {
  readonly circuit: string;
  readonly column: string;
  readonly from: Text | undefined;
  readonly to: Text;
}

/**
 * Keeps `termination_a` and `termination_z` of circuits: an end that moves is taken from where it was and named where
 * it is. Each is a change of its own in the change log, as in NetBox; a round takes one of every circuit.
 */
async function nameEnds(drafts: readonly Draft[], context: WriteContext): Promise<void> {
  const column = (side: Text) => `termination_${side!.toLowerCase()}_id`;
  const namings = drafts
    .filter((draft) => draft.changed('circuit') || draft.changed('term_side'))
    .flatMap((draft): Naming[] => [
      ...(draft.isNew
        ? []
        : [{ circuit: draft.was('circuit')!, column: column(draft.was('term_side')), from: draft.key!, to: null }]),
      { circuit: draft.get('circuit')!, column: column(draft.get('term_side')), from: undefined, to: draft.key! },
    ]);
  const rounds: Map<string, Naming>[] = [];
  for (const naming of namings) {
    const round = rounds.find((taken) => !taken.has(naming.circuit)) ?? rounds[rounds.push(new Map()) - 1]!;
    round.set(naming.circuit, naming);
  }
  const circuits = context.registry.get('circuits.circuit');
  for (const round of rounds) {
    const stored = await storedRows(context, circuits, [...round.keys()], { lock: true });
    const changed = [...stored]
      .filter(([key, before]) => {
        const { column: name, from } = round.get(key)!;
        return from === undefined || before.get(name) === from;
      })
      .map(([key, before], position) => {
        const draft = new Draft({ model: circuits, position, input: {}, key, before });
        draft.columns.set(round.get(key)!.column, round.get(key)!.to);
        return draft;
      });
    await save(context, circuits, changed);
    await context.changes.close(
      circuits,
      changed.map(({ key }) => key!),
      context,
    );
  }
}
