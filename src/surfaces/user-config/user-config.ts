import { AccessError } from '#access/access-error.ts';
import { HttpError } from '#base/http-error.ts';
import type { Queryable } from '#database/connect.ts';
import { InvalidValue, jsonOf } from '#fields/parse.ts';
import type { Action } from '#operations/action.ts';
import { refuseInMaintenance } from '#operations/write/refuse-in-maintenance.ts';
import { merge } from './merge.ts';

/** `/api/users/config/`: the preferences of the user who asks, and nobody else's. GET tells them, PATCH merges into them. */
export const userConfig: Action = {
  path: 'users/config',
  methods: ['GET', 'PATCH'],
  open: true,
  async run({ method, body, asker, sql, settings }) {
    const { userId } = asker;
    if (userId === undefined) throw new AccessError('notAuthenticated');
    if (method !== 'PATCH') return { status: 200, json: JSON.stringify(await read(sql, userId, '')) };
    if (!asker.mayWrite) throw new AccessError('notPermitted');
    refuseInMaintenance(settings);
    if (typeof body !== 'object' || body === null || Array.isArray(body))
      throw new HttpError(400, { __all__: ['Invalid data. Expected a dictionary.'] });
    refuseUnstorable(body);
    const data = await sql.begin(async (transaction) => {
      const merged = merge(await read(transaction, userId, 'for update'), body as Record<string, unknown>);
      const parameters = [userId, JSON.stringify(merged)];
      const { count } = await transaction.unsafe(
        'update users_userconfig set data = $2 where user_id = $1',
        parameters,
      );
      if (count === 0)
        await transaction.unsafe('insert into users_userconfig (user_id, data) values ($1, $2)', parameters);
      return merged;
    });
    return { status: 200, json: JSON.stringify(data) };
  },
};

/** Throws a 400 that names the preference. */
function refuseUnstorable(preferences: object): void {
  const errors: Record<string, string[]> = {};
  for (const [name, value] of Object.entries(preferences))
    try {
      jsonOf({ [name]: value });
    } catch (error) {
      if (!(error instanceof InvalidValue)) throw error;
      errors[name] = [error.message];
    }
  if (Object.keys(errors).length > 0) throw new HttpError(400, errors);
}

async function read(sql: Queryable, userId: string, lock: '' | 'for update'): Promise<Record<string, unknown>> {
  const [row] = await sql.unsafe(`select data from users_userconfig where user_id = $1 ${lock}`, [userId]);
  return row ? (JSON.parse(row.data as string) as Record<string, unknown>) : {};
}
