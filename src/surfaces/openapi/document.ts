import type { Settings } from '#base/settings.ts';
import type { Registry } from '#registry/registry.ts';
import { actionPaths } from './actions/action-paths.ts';
import { Components } from './components.ts';
import { modelPaths } from './model-paths.ts';
import type { Path } from './operation.ts';

/** What the document is written for. */
export interface DocumentParts {
  readonly registry: Registry;
  readonly settings: Pick<Settings, 'FIELD_CHOICES' | 'SESSION_COOKIE_NAME'>;
  /** The path under which the server stands, such as `/netbox`; empty at the root. */
  readonly basePath?: string;
}

/** The OpenAPI 3.0 document of the REST API: every path, every component, derived from the models. */
export function openApiDocument({ registry, settings, basePath = '' }: DocumentParts): object {
  const components = new Components(registry, settings);
  const paths: Record<string, Path> = {};
  for (const model of registry.models)
    if (model.rest !== undefined && !model.actionsOnly) Object.assign(paths, modelPaths(components, model));
  // An action's own description takes the place of the general one.
  for (const [address, path] of Object.entries(actionPaths(components))) paths[address] = path;
  return {
    openapi: '3.0.3',
    info: { title: 'NetBox REST API', version: '4.7.3', description: 'Served by Patchbay.' },
    paths: Object.fromEntries(Object.entries(paths).sort(([one], [other]) => (one < other ? -1 : 1))),
    components: {
      schemas: components.all(),
      securitySchemes: {
        cookieAuth: { type: 'apiKey', in: 'cookie', name: settings.SESSION_COOKIE_NAME },
        tokenAuth: {
          type: 'apiKey',
          in: 'header',
          name: 'Authorization',
          description: '`Token <40 characters>` (version 1) or `Bearer nbt_<key>.<token>` (version 2).',
        },
      },
    },
    servers: [{ url: basePath }],
  };
}
