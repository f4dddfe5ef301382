import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Meta } from './meta.ts';

export interface MetaOptions {
  /** The registry as the interface is told it; asked for when first needed. */
  meta(): Meta;
}

interface Answer {
  readonly json: Buffer;
  readonly gzip: Buffer;
  readonly etag: string;
}

/**
 * `GET /patchbay/meta/`, `GET /patchbay/meta/<app>/<endpoint>/` and, for its form, `…/form/`. They tell nothing about anybody's data, so they are
 * the same for everybody, like the API's schema; computed and written when first asked.
 */
export async function metaRoutes(app: FastifyInstance, { meta }: MetaOptions): Promise<void> {
  const answers = new Map<string, Answer>();
  const answerFor = (path: string): Answer | undefined => {
    const found = answers.get(path);
    if (found) return found;
    const value =
      path === ''
        ? meta().index
        : path.endsWith('/form')
          ? meta().forms.get(path.slice(0, -5))
          : meta().models.get(path);
    if (!value) return undefined;
    const json = Buffer.from(JSON.stringify(value));
    const etag = `"${createHash('sha256').update(json).digest('base64url').slice(0, 22)}"`;
    const answer = { json, gzip: gzipSync(json), etag };
    answers.set(path, answer);
    return answer;
  };

  app.get('/patchbay/meta/', (request, reply) => send(request, reply, answerFor('')));
  app.get<{ Params: { app: string; endpoint: string } }>('/patchbay/meta/:app/:endpoint/', (request, reply) =>
    send(request, reply, answerFor(`${request.params.app}/${request.params.endpoint}`)),
  );
  app.get<{ Params: { app: string; endpoint: string } }>('/patchbay/meta/:app/:endpoint/form/', (request, reply) =>
    send(request, reply, answerFor(`${request.params.app}/${request.params.endpoint}/form`)),
  );
}

function send({ headers }: FastifyRequest, reply: FastifyReply, answer: Answer | undefined) {
  if (!answer) return reply.code(404).send({ detail: 'No such list.' });
  void reply.headers({ 'cache-control': 'no-cache', etag: answer.etag, vary: 'accept-encoding' });
  if (headers['if-none-match'] === answer.etag) return reply.code(304).send();
  void reply.type('application/json');
  if (!/\bgzip\b/.test(headers['accept-encoding'] ?? '')) return reply.send(answer.json);
  return reply.header('content-encoding', 'gzip').send(answer.gzip);
}
