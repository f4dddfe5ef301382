import { basename } from 'node:path';
import { forbidden, HttpError } from '#base/http-error.ts';
import type { Action, ActionRequest, Answer } from '#operations/action.ts';
import { replaceFile } from '#operations/files/file-store.ts';
import { type UploadedFile, uploadedFile } from '#operations/files/uploaded-file.ts';
import { writeTransaction } from '#operations/write/transaction.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import type { Condition } from '#query/tree.ts';
import { findRow } from '../../actions/find-row.ts';
import { permitted } from '../../actions/permitted.ts';
import { writeRequest } from '../write-request.ts';
import { scriptClasses, sourceFault } from './script-classes.ts';

const model = 'extras.scriptmodule';
const taken = { __all__: ['A script module with this file name already exists.'] };

/** `extras/scripts/upload/`: a module of scripts, kept with the names of its scripts. */
export const uploadScript: Action = {
  model,
  path: '',
  collection: true,
  methods: ['POST'],
  async run(request) {
    requireWrite(request, 'add');
    const file = fileOf(request, 'No file was submitted.');
    const name = basename(file.filename.replaceAll('\\', '/'));
    const [known] = await request.context.rows(
      `select from core_managedfile where file_root = 'scripts' and file_path = $1`,
      [name],
    );
    if (known) throw new HttpError(400, taken);
    check(file);
    return writeTransaction(writeRequest(request), async (context) => {
      const [row] = await context
        .rows(
          `insert into core_managedfile (created, file_root, file_path, data_path, auto_sync_enabled)
           values ($1, 'scripts', $2, '', false) returning id`,
          [context.now, name],
        )
        .catch((error: Error & { code?: string }) => {
          throw error.code === '23505' ? new HttpError(400, taken) : error;
        });
      await keepScripts(context, row![0]!, file.content.toString('utf8'));
      // A file that lies there belongs to no module any more.
      await replaceFile(request.settings.SCRIPTS_ROOT, name, file.content);
      return answer(context, row![0]!, 201);
    });
  },
};

/** `extras/scripts/upload/<id or file>/`: another source for a module, under the same name. */
export const replaceScript: Action = {
  model,
  path: '',
  methods: ['PUT', 'PATCH'],
  named: true,
  async run(request) {
    const where = requireWrite(request, 'change');
    const [key, path] = await moduleOf(request, where);
    const partial = request.method === 'PATCH';
    const file = fileOf(request, partial ? 'This field is required.' : 'No file was submitted.');
    if (file.filename !== path)
      throw new HttpError(400, {
        file: [`The uploaded file name must match the existing file path (${path}).`],
      });
    check(file);
    return writeTransaction(writeRequest(request), async (context) => {
      await context.rows('update core_managedfile set last_updated = $2 where id = $1', [key, context.now]);
      await keepScripts(context, key, file.content.toString('utf8'));
      await replaceFile(request.settings.SCRIPTS_ROOT, path, file.content);
      return answer(context, key, 200);
    });
  },
};

function requireWrite(request: ActionRequest, action: string): Condition {
  const where = permitted(request, model, action);
  if (!request.asker.mayWrite) throw forbidden();
  return where;
}

async function moduleOf(request: ActionRequest, where: Condition): Promise<[key: string, path: string]> {
  const { key } = request;
  const [named] = /^\d+$/.test(key!)
    ? [[key!]]
    : await request.context.rows(`select id from core_managedfile where file_root = 'scripts' and file_path = $1`, [
        decodeURIComponent(key!),
      ]);
  const found = { ...request, key: named?.[0] ?? undefined };
  const [id, path] = await findRow(found, { model, select: 't.id, t.file_path', where });
  return [id!, path!];
}

function fileOf({ body }: ActionRequest, missing: string): UploadedFile {
  const value = (body as { file?: unknown } | undefined | null)?.file;
  const file = uploadedFile(value);
  if (!file)
    throw new HttpError(400, {
      file: [value === undefined ? missing : 'The submitted data was not a file. Check the encoding type on the form.'],
    });
  if (file.content.length === 0) throw new HttpError(400, { file: ['The submitted file is empty.'] });
  return file;
}

function check({ content }: UploadedFile): void {
  const fault = sourceFault(content.toString('utf8'));
  if (fault) throw new HttpError(400, { __all__: [`Error loading script: ${fault}`] });
}

/** Keeps the module's scripts in step with its source: one that is gone stays only for its jobs, and can't be run. */
async function keepScripts(context: WriteContext, module: string, source: string): Promise<void> {
  const names = JSON.stringify(scriptClasses(source));
  const type = context.contentTypes.id('extras.script')!;
  const jobs = 'exists (select from core_job j where j.object_type_id = $3::int and j.object_id = s.id)';
  const gone = 's.module_id = $1::bigint and not (s.name = any(select json_array_elements_text($2)))';
  await context.rows(`delete from extras_script s where ${gone} and not ${jobs}`, [module, names, type]);
  await context.rows(`update extras_script s set is_executable = false where ${gone} and ${jobs}`, [
    module,
    names,
    type,
  ]);
  await context.rows(
    `insert into extras_script (module_id, name, is_executable)
     select $1::bigint, name, true from json_array_elements_text($2) name
     on conflict (name, module_id) do update set is_executable = true where not extras_script.is_executable`,
    [module, names],
  );
}

async function answer(context: WriteContext, key: string, status: number): Promise<Answer> {
  const reader = context.reader();
  const texts = await reader.load(reader.shapes.of(reader.registry.get(model), 'full'), [key]);
  return { status, json: texts.get(key)! };
}
