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
    done(null, Object.fromEntries([...new URLSearchParams(body as string)].filter(([name]) => name !== '__proto__'))),
  );
  server.addContentTypeParser('*', (request, payload, done) => {
    payload.resume();
    done(unsupported(request));
  });
  server.addHook('preValidation', async (request) => {
    if (request.isMultipart()) request.body = await readForm(request);
  });
  server.setNotFoundHandler((request, reply) => {
    const [path] = request.url.split('?', 1);
    return reply.code(404).send({ detail: `There is nothing at ${path}.` });
  });
  server.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    const answer = errorAnswer(error);
    if (answer) return respond(reply, answer);
    // Fastify names neither the type that it can't read nor that there is none.
    if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return respond(reply, errorAnswer(unsupported(request))!);
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(status).send({ detail: error.message });
    console.error(`${request.method} ${request.url}`, error);
    return reply.code(500).send({ error: error.message, exception: error.name });
  });
}

const unsupported = ({ headers }: FastifyRequest): HttpError =>
  new HttpError(415, `Unsupported media type "${headers['content-type'] ?? ''}" in request.`);

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

/** What a boundary may be: more than RFC 2046 has it (section 5.1.1), as much as NetBox takes. */
const boundary = /^[ -~]{0,200}[!-~]$/;

/**
 * A form's parts by name; those without one go by, as in NetBox. Throws a 400 where it ends too early, or its boundaries
 * are not where they are said to be.
 */
async function readForm(request: FastifyRequest): Promise<Record<string, unknown>> {
  const given = /;\s*boundary=(?:"([^"]*)"|([^;]*))/i.exec(request.headers['content-type'] ?? '');
  const named = given?.[1] ?? given?.[2]?.trim();
  if (named === undefined || !boundary.test(named))
    throw new HttpError(400, `Multipart form parse error - Invalid boundary in multipart: ${named ?? 'None'}`);
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
    put(form, (part.fieldname as string | undefined)?.split('.') ?? [], value);
  }
  return form;
}
