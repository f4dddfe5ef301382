import type { FastifyInstance, FastifyRequest } from 'fastify';
import { asForm } from '#base/form.ts';
import { HttpError } from '#base/http-error.ts';
import { errorAnswer, respond } from '#surfaces/rest/respond.ts';
import { parseJson } from './parse-json.ts';

/** A file that a form carries. */
export interface UploadedFile {
  readonly filename: string;
  readonly type: string;
  readonly content: Buffer;
}

/**
 * How bodies are read: JSON as text first, so that what is wrong with it is said in the API's words; forms as an object
 * of texts and files. Anything else is a 415; an address that nobody serves, a 404.
 */
export function readBodies(server: FastifyInstance): void {
  server.removeContentTypeParser(['application/json', 'text/plain']);
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, parseJson(body as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(body as string))),
  );
  server.addContentTypeParser('*', (request, payload, done) => {
    payload.resume();
    done(new HttpError(415, `Unsupported media type "${request.headers['content-type'] ?? ''}" in request.`));
  });
  server.addHook('preValidation', async (request) => {
    if (request.isMultipart()) request.body = await readForm(request);
  });
  server.setNotFoundHandler((request, reply) => {
    const [path] = request.url.split('?', 1);
    return reply.code(404).send({ detail: `There is nothing at ${path}.` });
  });
  server.setErrorHandler((error: Error & { statusCode?: number; body?: unknown; status?: number }, request, reply) => {
    const answer = errorAnswer(error);
    if (answer) return respond(reply, answer);
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(status).send({ detail: error.message });
    console.error(`${request.method} ${request.url}`, error);
    return reply.code(500).send({ error: error.message, exception: error.name });
  });
}

/** Puts a value at a path of names: `manufacturer.id` is a member of `manufacturer`. Repeated names become a list. */
function put(form: Record<string, unknown>, [name, ...rest]: string[], value: unknown): void {
  if (name === undefined || name === '__proto__') return;
  const known = Object.hasOwn(form, name) ? form[name] : undefined;
  if (rest.length > 0) {
    const inner = typeof known === 'object' && known !== null ? (known as Record<string, unknown>) : {};
    form[name] = inner;
    put(inner, rest, value);
  } else form[name] = known === undefined ? value : Array.isArray(known) ? [...known, value] : [known, value];
}

/** A form's parts by name. Throws a 400 where it ends too early, or its boundaries are not where they are said to be. */
async function readForm(request: FastifyRequest): Promise<Record<string, unknown>> {
  try {
    return await partsOf(request);
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode !== undefined) throw error;
    throw new HttpError(400, `Multipart form parse error - ${(error as Error).message}`);
  }
}

async function partsOf(request: FastifyRequest): Promise<Record<string, unknown>> {
  const form = asForm<Record<string, unknown>>({});
  for await (const part of request.parts()) {
    const value: unknown =
      part.type === 'file'
        ? ({ filename: part.filename, type: part.mimetype, content: await part.toBuffer() } satisfies UploadedFile)
        : part.value;
    put(form, part.fieldname.split('.'), value);
  }
  return form;
}
