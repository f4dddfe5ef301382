import type { ReadContext } from '#operations/read/context.ts';

/** An object on a cable path: its model and its key. */
export interface PathNode {
  readonly model: string;
  readonly id: string;
}

/** A cable path as it is stored, its objects named. */
export interface CablePath {
  readonly id: string;
  /** Alternately terminations, links, terminations…; each step may hold several objects. */
  readonly steps: readonly (readonly PathNode[])[];
  readonly isActive: boolean;
  readonly isComplete: boolean;
  readonly isSplit: boolean;
}

/** Reads the paths that a condition over `dcim_cablepath` (alias `p`) allows, by key. Unknown content types are left out. */
export async function readCablePaths(
  context: ReadContext,
  condition: string,
  parameters: readonly string[],
): Promise<CablePath[]> {
  const rows = await context.rows(
    `select p.id, p.path, p.is_active, p.is_complete, p.is_split from dcim_cablepath p where ${condition} order by p.id`,
    parameters,
  );
  return rows.map(([id, path, isActive, isComplete, isSplit]) => ({
    id: id!,
    steps: (JSON.parse(path!) as string[][]).map((step) => step.flatMap((node) => nodeOf(context, node))),
    isActive: isActive === 't',
    isComplete: isComplete === 't',
    isSplit: isSplit === 't',
  }));
}

function nodeOf({ contentTypes }: ReadContext, text: string): PathNode[] {
  const [type, id] = text.split(':') as [string, string];
  const model = contentTypes.name(type);
  return model === undefined ? [] : [{ model, id }];
}
