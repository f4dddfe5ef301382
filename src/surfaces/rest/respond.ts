import type { FastifyReply } from 'fastify';
import { AccessError } from '#access/access-error.ts';
import { HttpError } from '#base/http-error.ts';
import type { Answer } from '#operations/action.ts';

/** Sends an answer with its type. */
export function respond(reply: FastifyReply, { status, json, body, type, headers }: Answer): FastifyReply {
  reply.code(status);
  if (headers) reply.headers(headers);
  if (json !== undefined) return reply.type('application/json').send(json);
  if (body !== undefined) return reply.type(type ?? 'text/plain; charset=utf-8').send(body);
  return reply.send();
}

/** The answer that an error becomes; undefined where it is nobody's answer but a fault of ours. */
export function errorAnswer(error: unknown): Answer | undefined {
  if (!(error instanceof HttpError)) return undefined;
  const headers = error instanceof AccessError ? { headers: error.headers } : {};
  return { status: error.status, json: JSON.stringify(error.body), ...headers };
}
