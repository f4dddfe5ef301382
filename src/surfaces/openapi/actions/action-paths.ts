import type { Components } from '../components.ts';
import { operation, type Path } from '../operation.ts';
import { cableEndpoints } from './cable-endpoints.ts';
import { choiceEndpoints } from './choice-endpoints.ts';
import { making } from './endpoint.ts';
import { freeSpaceEndpoints } from './free-space-endpoints.ts';
import { rackEndpoints } from './rack-endpoints.ts';
import { renderingEndpoints } from './rendering-endpoints.ts';
import { scriptEndpoints } from './script-endpoints.ts';
import { standingEndpoints } from './standing-endpoints.ts';

const kinds = [
  standingEndpoints,
  cableEndpoints,
  rackEndpoints,
  freeSpaceEndpoints,
  renderingEndpoints,
  choiceEndpoints,
  scriptEndpoints,
];

/** The paths of endpoints that one model has beside those that every model has, or that stand alone. */
export function actionPaths(components: Components): Record<string, Path> {
  const made = making(components);
  return Object.fromEntries(
    kinds
      .flatMap((endpoints) => endpoints(made))
      .map(([path, endpoint]) => [
        `/api/${path}/`,
        Object.fromEntries(
          Object.entries(endpoint).map(([method, [suffix, described]]) => [
            method,
            operation({ ...described, operationId: nameOf(path, suffix), tags: [path.split('/', 1)[0]!] }),
          ]),
        ),
      ]),
  );
}

/** `dcim/racks/{id}/elevation` and `retrieve` → `dcim_racks_elevation_retrieve`. */
const nameOf = (path: string, suffix: string): string =>
  [...path.split('/').filter((part) => !part.startsWith('{')), suffix].join('_').replaceAll('-', '_');
