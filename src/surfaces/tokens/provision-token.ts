import { checkPassword } from '#access/check-password.ts';
import { createToken } from '#access/token.ts';
import { HttpError } from '#base/http-error.ts';
import type { Action, ActionRequest, Answer } from '#operations/action.ts';
import { getObject } from '#operations/read/get-object.ts';
import { always } from '#query/tree.ts';
import { readProvision } from './read-provision.ts';

/** What the answer tells of the token, in its order; a token's own endpoint serves `pepper_id` too. */
const served = [
  'id',
  'url',
  'display_url',
  'display',
  'version',
  'user',
  'key',
  'created',
  'expires',
  'last_used',
  'enabled',
  'write_enabled',
  'description',
  'allowed_ips',
];

/** `POST /api/users/tokens/provision/`: a token for whoever knows a user's name and password. */
export const provisionToken: Action = {
  path: 'users/tokens/provision',
  methods: ['POST'],
  open: true,
  async run({ sql, settings, context, headers, body, address, method }: ActionRequest & Connection): Promise<Answer> {
    // Check
    const { username, password, facts } = readProvision(body);
    const request = { headers, address, method };
    const user = await checkPassword({ sql, settings, request, username, password });
    if (!user) throw new HttpError(403, 'Invalid username/password');

    // Make
    const token = await createToken(sql, settings, { allowedIps: [], ...facts, userId: user.id });

    // Answer: the only time that the secret is told
    const model = context.registry.get('users.token');
    const shape = context.shapes.of(model, 'full');
    const { text } = await getObject({ context, model, shape, where: always, key: token.id });
    const full = JSON.parse(text) as Record<string, unknown>;
    const json = JSON.stringify({
      ...Object.fromEntries(served.map((name) => [name, full[name]])),
      token: token.secret,
    });
    return { status: 201, json };
  },
};

/** The address at the other end of the connection, by which failures are counted. */
interface Connection {
  readonly address?: string | undefined;
}
