import type { FastifyInstance } from 'fastify';
import { HttpError } from '#base/http-error.ts';
import { isKey } from '#operations/read/get-object.ts';
import { createObjects } from '#operations/write/create-objects.ts';
import type { WriteRequest } from '#operations/write/transaction.ts';
import { updateObjects } from '#operations/write/update-objects.ts';
import { writeAgain } from '#operations/write/write-again.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import type { Model } from '#registry/model.ts';
import { mayOrThrow, target, texts } from '../rest/writes.ts';
import { type BulkParts, writableModel } from './bulk-parts.ts';
import type { TogetherAsked, TogetherStep } from './contract.ts';

const stepsAtMost = 100;

/**
 * `POST /patchbay/together/` with `{ steps: [{ model, body }, { model, id, body, ifMatch }] }`: objects of several models
 * made or changed one after the other, all or none. `{ "$step": 0 }` stands for the id of what an earlier step wrote, as
 * a value of a body or as `id`. The answer is the objects in that order, as the API serves them; what is refused is told
 * with its step: `{ step, errors }`, under the status that the API would give.
 */
export async function together(app: FastifyInstance, parts: BulkParts): Promise<void> {
  app.post('/patchbay/together/', async (request, reply) => {
    try {
      const writing = await parts.writing(request);
      const steps = stepsIn(request.body).map((step) => ({ ...step, model: modelOf(parts, step) }));
      const written = await writeAgain(writing, async (context) => {
        const keys: string[] = [];
        const answers: string[] = [];
        for (const [at, step] of steps.entries()) {
          try {
            const { key, text } = await write(context, writing, { ...step, ...resolved(step, keys) });
            keys.push(key);
            answers.push(text);
          } catch (error) {
            if (error instanceof HttpError) throw new HttpError(error.status, { step: at, errors: error.body });
            throw error;
          }
        }
        return answers;
      });
      return reply.type('application/json').send(`[${written.join(',')}]`);
    } catch (error) {
      return parts.refuse(reply, error);
    }
  });
}

interface Written {
  readonly key: string;
  readonly text: string;
}

type Step = Omit<TogetherStep, 'model' | 'id'> & { readonly model: Model; readonly id: string | undefined };

async function write(context: WriteContext, writing: WriteRequest, step: Step): Promise<Written> {
  const { model, id, body, ifMatch } = step;
  const asked = { ...writing, model, ifMatch, query: new URLSearchParams() };
  mayOrThrow(asked, id === undefined ? 'add' : 'change');
  if (id !== undefined) await target(context, { model, key: id, action: 'change', ifMatch });
  const drafts =
    id === undefined
      ? (await createObjects(context, model, body)).drafts
      : await updateObjects(context, { model, targets: [{ key: id, input: body }], partial: true, bulk: false });
  const [text] = await texts(context, asked, drafts);
  return { key: drafts[0]!.key!, text: text! };
}

/** A step with the ids of what was written before it. Throws 400 where it names a later step. */
function resolved({ id, body }: Pick<TogetherStep, 'id' | 'body'>, keys: readonly string[]): Pick<Step, 'id' | 'body'> {
  const told = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(told);
    if (typeof value !== 'object' || value === null) return value;
    if (!('$step' in value)) return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, told(one)]));
    const key = keys[Number(value.$step)];
    if (key === undefined) throw new HttpError(400, `Step ${String(value.$step)} is not done yet.`);
    return Number(key);
  };
  return {
    id: id === undefined ? undefined : String(told(id)),
    body: told(body) as Record<string, unknown>,
  };
}

function modelOf(parts: BulkParts, { model: path }: TogetherStep): Model {
  const [app = '', endpoint = ''] = path.split('/');
  const model = writableModel(parts, { app, endpoint });
  if (!model) throw new HttpError(404, `There is no model ${path} to write to.`);
  return model;
}

function stepsIn(body: unknown): TogetherStep[] {
  const { steps } = (body ?? {}) as { readonly [name in keyof TogetherAsked]?: unknown };
  if (!Array.isArray(steps) || steps.length === 0 || steps.length > stepsAtMost || !steps.every(isStep))
    throw new HttpError(400, 'Expected a list of steps.');
  return steps;
}

function isStep(step: unknown): step is TogetherStep {
  if (typeof step !== 'object' || step === null) return false;
  const { model, id, body, ifMatch } = step as Record<string, unknown>;
  const isId = id === undefined || (typeof id === 'number' && isKey(String(id))) || isReference(id);
  const isBody = typeof body === 'object' && body !== null && !Array.isArray(body);
  return typeof model === 'string' && isId && isBody && (ifMatch === undefined || typeof ifMatch === 'string');
}

const isReference = (value: unknown): boolean => typeof value === 'object' && value !== null && '$step' in value;
