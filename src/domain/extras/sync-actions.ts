import { forbidden, HttpError } from '#base/http-error.ts';
import { registry } from '#models/registry.ts';
import type { Action, ActionRequest, Answer } from '#operations/action.ts';
import { getObject } from '#operations/read/get-object.ts';
import { Draft } from '#operations/write/draft.ts';
import { save } from '#operations/write/save.ts';
import { storedRows } from '#operations/write/stored.ts';
import { writeTransaction } from '#operations/write/transaction.ts';
import { validate } from '#operations/write/validate.ts';
import { always } from '#query/tree.ts';
import { findRow } from '../actions/find-row.ts';
import { permitted } from '../actions/permitted.ts';
import { writeRequest } from './write-request.ts';

/** `…/sync/`: an object takes over what its data file holds now; one without a file stays as it is. */
export const syncActions: readonly Action[] = registry.models
  .filter(({ features, rest, actionsOnly }) => features?.includes('syncedData') && rest && !actionsOnly)
  .map(({ name }) => ({ model: name, path: 'sync', methods: ['POST'], run: (request) => sync(name, request) }));

async function sync(name: string, request: ActionRequest): Promise<Answer> {
  const where = permitted(request, name, 'sync');
  if (!request.asker.mayWrite) throw forbidden();
  const [key, file] = await findRow(request, { model: name, select: 't.id, t.data_file_id', where });
  const model = request.context.registry.get(name);
  if (file)
    await writeTransaction(writeRequest(request), async (context) => {
      const stored = await storedRows(context, model, [key!], { lock: true });
      const draft = new Draft({ model, position: 0, input: {}, key: key!, before: stored.get(key!)! });
      await validate(context, model, [draft]);
      if (draft.errors.any) throw new HttpError(400, draft.errors.alone);
      await save(context, model, [draft]);
    });
  const { text } = await getObject({
    context: request.context,
    model,
    shape: request.context.shapes.of(model, 'full'),
    where: always,
    key: key!,
  });
  return { status: 200, json: text };
}

/** `core/data-sources/<id>/sync/`: refused as NetBox does without a worker; no job here fetches sources yet. */
export const syncDataSource: Action = {
  model: 'core.datasource',
  path: 'sync',
  methods: ['POST'],
  async run(request) {
    const where = permitted(request, 'core.datasource', 'sync');
    if (!request.asker.mayWrite) throw forbidden();
    await findRow(request, { model: 'core.datasource', select: 't.id', where });
    throw new HttpError(503, 'Unable to process request: RQ worker process not running.');
  },
};
