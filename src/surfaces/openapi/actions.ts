import type { Components } from './components.ts';
import type { Path } from './operation.ts';

/** The paths of endpoints that one model has beside those that every model has, or that stand alone. */
export function actionPaths(_components: Components): Record<string, Path> {
  return {};
}
