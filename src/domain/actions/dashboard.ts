import { forbidden, HttpError } from '#base/http-error.ts';
import type { Action, ActionRequest } from '#operations/action.ts';
import { permitted } from './permitted.ts';

const permissions: Readonly<Record<string, string>> = { GET: 'view', PUT: 'change', PATCH: 'change', DELETE: 'delete' };

/** The asker's own dashboard: its layout and the configuration of its widgets; nulls where there is none. */
export const dashboard: Action = {
  path: 'extras/dashboard',
  methods: ['GET', 'PUT', 'PATCH', 'DELETE'],
  async run(request) {
    const { asker, method, sql } = request;
    permitted(request, 'extras.dashboard', permissions[method] ?? 'view');
    if (asker.userId === undefined) throw new HttpError(403, 'Authentication credentials were not provided.');
    if (method !== 'GET' && !asker.mayWrite) throw forbidden();
    if (method === 'PUT' || method === 'PATCH') return change(request, asker.userId);
    if (method === 'DELETE') {
      const { count } = await sql.unsafe('delete from extras_dashboard where user_id = $1', [asker.userId]);
      if (count === 0) throw new HttpError(404, 'Not found.');
      return { status: 204 };
    }
    const [row] = await sql.unsafe('select layout, config from extras_dashboard where user_id = $1', [asker.userId]);
    return { status: 200, json: `{"layout":${row?.layout ?? 'null'},"config":${row?.config ?? 'null'}}` };
  },
};

/** Lays what the body gives over the dashboard, which is made where there is none. */
async function change({ body, sql }: ActionRequest, userId: string) {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new HttpError(400, { __all__: ['Invalid data. Expected a dictionary.'] });
  const given = body as { layout?: unknown; config?: unknown };
  for (const name of ['layout', 'config'] as const)
    if (given[name] === null) throw new HttpError(400, { [name]: ['This field may not be null.'] });
  const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));
  const [row] = await sql.unsafe(
    `insert into extras_dashboard (user_id, layout, config)
      values ($1, coalesce($2::jsonb, '[]'), coalesce($3::jsonb, '{}'))
      on conflict (user_id) do update
        set layout = coalesce($2::jsonb, extras_dashboard.layout), config = coalesce($3::jsonb, extras_dashboard.config)
      returning layout, config`,
    [userId, json(given.layout), json(given.config)] as string[],
  );
  return { status: 200, json: `{"layout":${row!.layout},"config":${row!.config}}` };
}
