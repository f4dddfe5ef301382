import { registry } from '#models/registry.ts';
import type { Action, ActionRequest } from '#operations/action.ts';

/** Endpoints of the roots beside those of the models. */
const others: Readonly<Record<string, readonly string[]>> = {
  core: ['background-queues', 'background-tasks', 'background-workers'],
  dcim: ['connected-device'],
  plugins: ['installed-plugins'],
  status: [],
};

/** What lies below each part of the API, by that part: models' paths and the rest, sorted. */
function entries(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>(Object.entries(others).map(([app, names]) => [app, [...names]]));
  for (const { rest } of registry.models) {
    if (!rest) continue;
    const [app, ...path] = rest.split('/') as [string, ...string[]];
    found.set(app, [...(found.get(app) ?? []), path.join('/')]);
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([app, names]) => [app, names.sort()]));
}

const byApp = entries();

const links = ({ context }: ActionRequest, below: string, names: Iterable<string>) => ({
  status: 200,
  json: JSON.stringify(
    Object.fromEntries([...names].map((name) => [name, `${context.base}/api/${below}${name}/${context.tail}`])),
  ),
});

/** `/api/`: the parts of the API with their addresses. */
const apiRoot: Action = {
  path: '',
  methods: ['GET'],
  run: async (request) => links(request, '', byApp.keys()),
};

/** `/api/dcim/` and the like: what lies below it. */
const appRoots = [...byApp]
  .filter(([, names]) => names.length > 0)
  .map(
    ([app, names]): Action => ({
      path: app,
      methods: ['GET'],
      run: async (request) => links(request, `${app}/`, names),
    }),
  );

export const rootActions: readonly Action[] = [apiRoot, ...appRoots];
