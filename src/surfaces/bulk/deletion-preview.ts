import type { FastifyInstance } from 'fastify';
import { forbidden, HttpError } from '#base/http-error.ts';
import { previewDeletion } from '#operations/write/preview-deletion.ts';
import { rehearse } from '#operations/write/rehearse.ts';
import { type BulkParts, type ModelParams, writableModel } from './bulk-parts.ts';
import type { DeletionAsked } from './contract.ts';

/**
 * `POST /patchbay/deletion/<app>/<endpoint>/` with `{ ids: […] }`: what deleting the objects would take along, empty and
 * be refused for. Nothing is deleted. 403 for those who may delete none of the model's objects.
 */
export async function deletionPreview(app: FastifyInstance, parts: BulkParts): Promise<void> {
  app.post<{ Params: ModelParams }>('/patchbay/deletion/:app/:endpoint/', async (request, reply) => {
    try {
      const model = writableModel(parts, request.params);
      if (!model) return reply.code(404).send({ detail: 'Not found.' });
      const writing = await parts.writing(request);
      if (writing.permits(model, 'delete').op === 'never') throw forbidden();
      const keys = keysIn(request.body);
      return reply.send(await rehearse(writing, (context) => previewDeletion(context, { model, keys })));
    } catch (error) {
      return parts.refuse(reply, error);
    }
  });
}

function keysIn(body: unknown): string[] {
  const { ids } = (body ?? {}) as { readonly [name in keyof DeletionAsked]?: unknown };
  if (!Array.isArray(ids) || !ids.every((id) => Number.isSafeInteger(id) && (id as number) > 0))
    throw new HttpError(400, 'Expected a list of ids.');
  return [...new Set(ids.map(String))];
}
