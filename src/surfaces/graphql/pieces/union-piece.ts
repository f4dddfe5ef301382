import type { Part } from '#operations/read/part.ts';
import type { ObjectPlan } from '../plan/object-plan.ts';
import type { Run } from '../run.ts';
import { byKeys } from './one-piece.ts';
import type { Piece, Row } from './piece.ts';
import { listOf, type Rendered } from './rendered.ts';

/** The plan for each model that a union holds. */
export type Plans = ReadonlyMap<string, () => ObjectPlan>;

interface Node {
  readonly model: string;
  readonly key: string;
}

type Found = ReadonlyMap<string, ReadonlyMap<string, Rendered>>;

/** The object that a type column and an id column name together; null where the union doesn't hold it. */
export function unionPiece({ type, id }: { type: string; id: string }, plans: Plans): Piece {
  return {
    columns: [type, id],
    bind(at) {
      const [typePlace, idPlace] = [at(type), at(id)];
      const nodeOf = (row: Row, run: Run): Node | undefined => {
        const [typeId, key] = [row[typePlace], row[idPlace]];
        const model = typeId == null ? undefined : run.context.contentTypes.name(typeId);
        return model === undefined || key == null ? undefined : { model, key };
      };
      return {
        load: (rows, run) =>
          fetched(
            rows.flatMap((row) => nodeOf(row, run) ?? []),
            plans,
            run,
          ),
        text(row, state, run) {
          const node = nodeOf(row, run);
          return (node && (state as Found).get(node.model)?.get(node.key)) ?? 'null';
        },
      };
    },
  };
}

/** The objects that a part of REST's shapes lists, told by their addresses. */
export function unionsPiece(part: Part, plans: Plans): Piece {
  return {
    columns: part.columns,
    bind(at) {
      const bound = part.bind(at);
      return {
        async load(rows, run) {
          const state = await bound.load?.(rows, run.context);
          const nodes = new Map(rows.map((row) => [row, nodesOf(bound.text(row, state, run.context), run)]));
          return { nodes, found: await fetched([...nodes.values()].flat(), plans, run) };
        },
        text(row, state, run) {
          const { nodes, found } = state as { nodes: ReadonlyMap<Row, Node[]>; found: Found };
          return listOf(
            nodes.get(row)!.flatMap(({ model, key }) => found.get(model)?.get(key) ?? []),
            run,
          );
        },
      };
    },
  };
}

function nodesOf(text: string, run: Run): Node[] {
  const listed = JSON.parse(text) as ({ url?: string; object?: { url?: string } } | null)[] | null;
  return (listed ?? []).flatMap((one) => {
    const match = /\/api\/(.+)\/(\d+)\/$/.exec(one?.object?.url ?? one?.url ?? '');
    const model = match && run.context.registry.byRest(match[1]!);
    return model ? [{ model: model.name, key: match[2]! }] : [];
  });
}

async function fetched(nodes: readonly Node[], plans: Plans, run: Run): Promise<Found> {
  const keys = new Map<string, string[]>();
  for (const { model, key } of nodes) if (plans.has(model)) keys.set(model, [...(keys.get(model) ?? []), key]);
  return new Map(
    await Promise.all(
      [...keys].map(async ([model, ids]) => [model, await byKeys(plans.get(model)!(), ids, run)] as const),
    ),
  );
}
