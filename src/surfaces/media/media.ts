import { extname, posix } from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Settings } from '#base/settings.ts';
import { whereSql } from '#database/select/where.ts';
import { readStored } from '#operations/files/file-store.ts';
import type { ReadContext } from '#operations/read/context.ts';
import { compare } from '#query/compare.ts';
import { and, type Condition, or } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import type { Visitor } from '../rest/parts.ts';

export interface MediaParts {
  readonly registry: Registry;
  settings(): Settings;
  context(request: FastifyRequest): ReadContext;
  visit(request: FastifyRequest): Promise<Pick<Visitor, 'asker' | 'permits'>>;
}

const types: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.bmp': 'image/bmp',
  '.gif': 'image/gif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.tif': 'image/tiff',
  '.tiff': 'image/tiff',
  '.webp': 'image/webp',
};

/** `/media/…`: an uploaded image, for whoever may view an object that it belongs to. */
export function mountMedia(server: FastifyInstance, parts: MediaParts): void {
  server.get('/media/*', async (request, reply) => {
    const { asker, permits } = await parts.visit(request);
    const missing = () => reply.code(404).send({ detail: 'Not found.' });
    if (asker.userId === undefined && parts.settings().LOGIN_REQUIRED)
      return reply.code(403).send({ detail: 'Authentication credentials were not provided.' });
    const path = posix.normalize(`/${(request.params as { '*': string })['*']}`).slice(1);
    if (path.includes('\0') || !(await isSeen(parts.registry, { path, permits, context: parts.context(request) })))
      return missing();
    const content = await readStored(parts.settings().MEDIA_ROOT, path);
    if (!content) return missing();
    return reply
      .headers({
        'content-type': types[extname(path).toLowerCase()] ?? 'application/octet-stream',
        // An image may carry scripts: it is shown alone, as what it says it is.
        'content-security-policy': "sandbox; default-src 'none'",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, max-age=300',
      })
      .send(content);
  });
}

/** Whether some object that the image belongs to may be viewed. */
async function isSeen(
  registry: Registry,
  { path, permits, context }: { path: string; permits(model: Model, action: string): Condition; context: ReadContext },
): Promise<boolean> {
  for (const model of registry.models) {
    const images = [...model.fields.values()].filter(({ kind }) => kind.name === 'image');
    if (images.length === 0) continue;
    const named = or(...images.map(({ name }) => compare({ registry, model, path: name }, 'exact', [path])));
    const parameters: string[] = [];
    const where = whereSql(and(permits(model, 'view'), named), { model, alias: 't', parameters });
    const [row] = await context.rows(`select 1 from "${model.table}" t where ${where} limit 1`, parameters);
    if (row) return true;
  }
  return false;
}
