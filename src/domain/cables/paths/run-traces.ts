import type { Need, Neighbourhood } from './neighbourhood.ts';
import type { Term } from './term.ts';
import { type TracedPath, tracePath } from './trace-path.ts';
import { UnsupportedPath } from './unsupported-path.ts';

/**
 * Traces from all groups of origins at once: whatever they reach in one step is loaded together, so that statements grow
 * with the longest path and not with their number. `lenient` gives no path where a topology is unsupported.
 */
export async function runTraces(
  groups: readonly (readonly Term[])[],
  { around, lenient }: { around: Neighbourhood; lenient: boolean },
): Promise<(TracedPath | undefined)[]> {
  const paths: (TracedPath | undefined)[] = groups.map(() => undefined);
  let going = groups.map((origins, index) => ({ index, steps: tracePath(origins, around) }));
  while (going.length > 0) {
    const needs: Need[] = [];
    going = going.filter(({ index, steps }) => {
      try {
        const { done, value } = steps.next();
        if (done) paths[index] = value;
        else needs.push(value);
        return !done;
      } catch (error) {
        if (!lenient || !(error instanceof UnsupportedPath)) throw error;
        return false;
      }
    });
    await around.load(needs);
  }
  return paths;
}
