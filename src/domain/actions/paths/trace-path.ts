import type { ReadContext } from '#operations/read/context.ts';
import { type CablePath, type PathNode, readCablePaths } from './cable-path.ts';

/** One stretch of a trace: what lies at its near end, what links, what lies at its far end. */
export interface Stretch {
  readonly near: readonly PathNode[];
  readonly link: readonly PathNode[];
  readonly far: readonly PathNode[];
}

/** A trace from an endpoint, cut into stretches, and the paths that it was made of. */
export interface Trace {
  readonly stretches: readonly Stretch[];
  readonly paths: readonly CablePath[];
}

/**
 * The stretches from an endpoint to the last object that its cable path reaches. Where the path ends at a single
 * interface that is bridged to another, the trace goes on along that one's path; each path is followed once.
 */
export async function tracePath(context: ReadContext, pathId: string | null): Promise<Trace> {
  const stretches: Stretch[] = [];
  const paths: CablePath[] = [];
  for (let next = pathId; next !== null; ) {
    const [path] = await readCablePaths(context, 'p.id = $1', [next]);
    if (!path || paths.some(({ id }) => id === path.id)) break;
    paths.push(path);
    stretches.push(...stretchesOf(path.steps));
    next = path.isComplete ? await bridgedPath(context, path.steps.at(-1) ?? []) : null;
  }
  return { stretches, paths };
}

/** Cuts steps into threes. A path that ends at a pass-through port lacks the last link and far end; one that ends at a site or provider network, the link. */
function stretchesOf(steps: CablePath['steps']): Stretch[] {
  const found: Stretch[] = [];
  for (let index = 0; index < steps.length; index += 3) {
    const [near, second, third] = steps.slice(index, index + 3);
    found.push(
      third === undefined ? { near: near!, link: [], far: second ?? [] } : { near: near!, link: second!, far: third },
    );
  }
  return found;
}

/** The path of the interface that the only destination is bridged to. */
async function bridgedPath(context: ReadContext, destinations: readonly PathNode[]): Promise<string | null> {
  const [only] = destinations;
  if (destinations.length !== 1 || only?.model !== 'dcim.interface') return null;
  const rows = await context.rows(
    'select b._path_id from dcim_interface i join dcim_interface b on b.id = i.bridge_id where i.id = $1',
    [only.id],
  );
  return rows[0]?.[0] ?? null;
}
