import { HttpError } from '#base/http-error.ts';
import type { Action, ActionRequest } from '#operations/action.ts';
import { readStored } from '#operations/files/file-store.ts';
import type { Condition } from '#query/tree.ts';
import { findRow } from '../../actions/find-row.ts';
import { scriptClasses } from './script-classes.ts';

const model = 'extras.script';
const columns = 't.id, t.is_executable, t.name, (select m.file_path from core_managedfile m where m.id = t.module_id)';

/** Whether the module's source is there, and still defines the script. */
async function isDefined({ settings }: ActionRequest, path: string, className: string): Promise<boolean> {
  const source = await readStored(settings.SCRIPTS_ROOT, path);
  return source !== undefined && scriptClasses(source.toString('utf8')).includes(className);
}

/** The key of the script that the path names: its id, or `<module>.<class>`. Throws 404. */
async function scriptKey(request: ActionRequest, where: Condition): Promise<readonly [key: string, runs: boolean]> {
  const { context } = request;
  const name = decodeURIComponent(request.key!);
  let key: string | undefined = name;
  if (!/^\d+$/.test(name)) {
    const dot = name.indexOf('.');
    if (dot < 0) throw new HttpError(404, 'Not found.');
    const [row] = await context.rows(
      `select s.id from extras_script s join core_managedfile m on m.id = s.module_id
       where m.file_path = $1 and s.name = $2`,
      [`${name.slice(0, dot)}.py`, name.slice(dot + 1)],
    );
    key = row?.[0] ?? undefined;
  }
  const [id, runs, className, path] = await findRow({ ...request, key }, { model, select: columns, where });
  return [id!, runs === 't' && (await isDefined(request, path!, className!))];
}

/** `extras/scripts/<id or module.Name>/`: a script with its last job; POST would run it. */
export const scriptDetail: Action = {
  model,
  path: '',
  methods: ['GET', 'POST'],
  named: true,
  open: true,
  options: {
    data: { type: 'field', required: true, read_only: false, label: 'Data' },
    commit: { type: 'boolean', required: true, read_only: false, label: 'Commit' },
    schedule_at: { type: 'datetime', required: false, read_only: false, label: 'Schedule at' },
    interval: { type: 'integer', required: false, read_only: false, label: 'Interval' },
    notifications: {
      type: 'choice',
      required: false,
      read_only: false,
      label: 'Notifications',
      choices: [
        { value: 'always', display_name: 'Always' },
        { value: 'on_failure', display_name: 'On failure' },
        { value: 'never', display_name: 'Never' },
      ],
    },
  },
  async run(request) {
    const { asker, context, method, permits, settings } = request;
    const of = context.registry.get(model);
    if (method === 'POST') return run(request, permits(of, 'run'));
    if (asker.userId === undefined && settings.LOGIN_REQUIRED)
      throw new HttpError(403, 'Authentication credentials were not provided.');
    const [key] = await scriptKey(request, permits(of, 'view'));
    return { status: 200, json: (await context.load(context.shapes.of(of, 'full'), [key])).get(key)! };
  },
};

/** Scripts are Python, which does not run here: whoever may run one is told what NetBox tells without a worker. */
async function run(request: ActionRequest, where: Condition): Promise<never> {
  const { asker } = request;
  if (asker.by === 'token' && !asker.mayWrite)
    throw new HttpError(403, 'This token does not permit write operations (running a script).');
  if (asker.userId === undefined) throw new HttpError(403, 'This user does not have permission to run this script.');
  const [, runs] = await scriptKey(request, where);
  if (!runs) throw new HttpError(400, ['This script is not currently executable.']);
  throw new HttpError(503, 'Unable to process request: RQ worker process not running.');
}
