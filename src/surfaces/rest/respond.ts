import type { FastifyReply } from 'fastify';
import { HttpError } from '#base/http-error.ts';
import type { Answer } from '#operations/action.ts';

/** Sends an answer with its type. */
export function respond(reply: FastifyReply, { status, json, body, stream, type, headers }: Answer): FastifyReply {
  reply.code(status);
  if (headers) reply.headers(headers);
  // As bytes: a text would get a charset, which JSON has no need of and NetBox doesn't tell.
  if (json !== undefined) return reply.type('application/json').send(Buffer.from(json));
  if (body !== undefined) return reply.type(type ?? 'text/plain; charset=utf-8').send(body);
  if (stream !== undefined) return reply.type(type ?? 'application/octet-stream').send(stream);
  return reply.send();
}

/** The answer that an error becomes; undefined where it is nobody's answer but a fault of ours. */
export function errorAnswer(error: unknown): Answer | undefined {
  if (!(error instanceof HttpError)) return databaseAnswer(error as Error & { code?: string; detail?: string });
  return { status: error.status, json: JSON.stringify(error.body), headers: error.headers };
}

/** Codes of postgres.js and Node that mean that the database is out of reach for now. */
const away = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
]);

/**
 * What the database's own refusals become: out of reach 503; another request was quicker 409; a value that a column
 * can't hold 400. SQLSTATE classes of PostgreSQL's manual, appendix A.
 */
function databaseAnswer({
  code = '',
  message,
  detail,
}: Error & { code?: string; detail?: string }): Answer | undefined {
  const answer = (status: number, text: string, headers?: Record<string, string>): Answer => ({
    status,
    json: JSON.stringify({ detail: text }),
    ...(headers ? { headers } : {}),
  });
  if (away.has(code) || /^(08|53|57P)/.test(code))
    return answer(503, 'The database cannot be reached at the moment.', { 'retry-after': '5' });
  if (/^(23|40)/.test(code)) return answer(409, `The request conflicts with what is stored: ${detail ?? message}`);
  if (/^22/.test(code)) return answer(400, `A value cannot be stored: ${message}`);
  return undefined;
}
