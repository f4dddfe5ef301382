import { forbidden, HttpError } from '#base/http-error.ts';
import type { Queryable } from '#database/connect.ts';
import { enqueueWithin } from '#jobs/enqueue-job.ts';
import { jobTables } from '#jobs/job-tables.ts';
import { registry } from '#models/registry.ts';
import type { Action, ActionRequest, Answer } from '#operations/action.ts';
import { getObject } from '#operations/read/get-object.ts';
import { Draft } from '#operations/write/draft.ts';
import { refuseInMaintenance } from '#operations/write/refuse-in-maintenance.ts';
import { save } from '#operations/write/save.ts';
import { storedRows } from '#operations/write/stored.ts';
import { writeTransaction } from '#operations/write/transaction.ts';
import { validate } from '#operations/write/validate.ts';
import { always } from '#query/tree.ts';
import { findRow } from '../actions/find-row.ts';
import { permitted } from '../actions/permitted.ts';
import { sourceJob } from '../core/sources/source-job.ts';
import { syncedModels } from './synced-models.ts';
import { writeRequest } from './write-request.ts';

/** `…/sync/`: an object takes over what its data file holds now; one without a file stays as it is. */
export const syncActions: readonly Action[] = syncedModels(registry).map(({ name }) => ({
  model: name,
  path: 'sync',
  methods: ['POST'],
  run: (request) => sync(name, request),
}));

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

/**
 * `core/data-sources/<id>/sync/`: leaves it to a job to read the source, and answers with the source: in full where it
 * may be seen, as its parameters may be secrets.
 */
export const syncDataSource: Action = {
  model: 'core.datasource',
  path: 'sync',
  methods: ['POST'],
  async run(request) {
    const { asker, context, permits, settings, sql } = request;
    const where = permitted(request, 'core.datasource', 'sync');
    if (!asker.mayWrite) throw forbidden();
    const model = context.registry.get('core.datasource');
    const [key] = await findRow(request, { model: model.name, select: 't.id', where });
    refuseInMaintenance(settings);
    await jobTables(sql);
    await sql.begin(async (transaction) => {
      const own = transaction as unknown as Queryable;
      const type = context.contentTypes.id(model.name)!;
      await own.unsafe(`update core_datasource set status = 'queued' where id = $1`, [key!]);
      await enqueueWithin(own, sourceJob(key!, { type, userId: asker.userId! }));
    });
    const seen = await findRow(request, { model: model.name, select: 't.id', where: permits(model, 'view') }).catch(
      () => undefined,
    );
    const texts = await context.load(context.shapes.of(model, seen ? 'full' : 'brief'), [key!]);
    return { status: 200, json: texts.get(key!)! };
  },
};
