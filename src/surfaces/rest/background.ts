import { HttpError } from '#base/http-error.ts';
import type { JobKind, JobOutcome } from '#jobs/job-kind.ts';
import { type AskAgain, laterWrites, writeLater } from '#jobs/later-write.ts';
import type { Answer } from '#operations/action.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import { errorAnswer } from './respond.ts';
import type { RestWrite } from './writes.ts';

const kind = 'bulk-write';

type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

const verbs: Readonly<Record<Method, string>> = { POST: 'create', PUT: 'update', PATCH: 'update', DELETE: 'delete' };

/** A bulk request as its job keeps it. */
interface Task {
  readonly model: string;
  readonly method: Method;
  /** What follows the `?`, without `background`. */
  readonly query: string;
  readonly body: unknown;
}

const unsupported = () => new HttpError(400, { detail: 'Background processing is not supported for this endpoint.' });

/**
 * Leaves a bulk request to a job where it asks for one (`?background=true`); undefined where it doesn't. Nothing of the
 * body is looked at before the job runs. Requests for one object are answered at once, whatever they ask.
 */
export async function inBackground(request: RestWrite, method: Method): Promise<Answer | undefined> {
  const { model, body, query, ifMatch } = request;
  if (!Array.isArray(body) || query.get('background')?.toLowerCase() !== 'true') return undefined;
  if (model.background === false) throw unsupported();
  if (ifMatch !== undefined)
    throw new HttpError(400, ['The If-Match header is not supported with background processing.']);
  const rest = new URLSearchParams(query);
  rest.delete('background');
  const task: Task = { model: model.name, method, query: String(rest), body };
  return writeLater(request, { kind, name: `Bulk ${verbs[method]} ${model.plural}`, task: { ...task } });
}

/** Jobs that do bulk requests: as if each had been made now, by whoever made it. */
export function bulkWriteJobs({
  registry,
  askAgain,
  perform,
}: {
  registry: Registry;
  askAgain: AskAgain;
  perform(request: RestWrite, method: Method): Promise<Answer>;
}): JobKind {
  return laterWrites<Task>({
    kind,
    askAgain,
    async work({ model: name, method, query, body }, { asking }) {
      try {
        const model: Model = registry.get(name);
        if (model.background === false) throw unsupported();
        const request = asking<Answer>((answer) => ({ status: 'completed', data: told(answer) }));
        await perform({ ...request, model, body, ifMatch: undefined, query: new URLSearchParams(query) }, method);
        return undefined;
      } catch (error) {
        const answer = errorAnswer(error);
        if (!answer) throw error;
        return refused(answer);
      }
    },
  });
}

/** What the job's data tells of an answer. */
const told = ({ status, json }: Answer): string => `{"status_code":${status},"data":${json ?? 'null'}}`;

function refused(answer: Answer): JobOutcome {
  const body = JSON.parse(answer.json ?? 'null') as { detail?: unknown } | null;
  const detail = body && typeof body === 'object' ? body.detail : undefined;
  const error = typeof detail === 'string' ? detail : `Request failed with status ${answer.status}.`;
  return { status: 'failed', data: told(answer), error };
}
