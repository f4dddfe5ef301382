import type { FastifyInstance } from 'fastify';
import type { BulkParts } from './bulk-parts.ts';
import { changePreview } from './change-preview.ts';
import { dataFile } from './data-file.ts';
import { deletionPreview } from './deletion-preview.ts';
import { importRoutes } from './import-routes.ts';
import { together } from './together.ts';

/** The interface's endpoints for many objects at once. */
export async function bulkRoutes(app: FastifyInstance, parts: BulkParts): Promise<void> {
  await changePreview(app, parts);
  await deletionPreview(app, parts);
  await importRoutes(app, parts);
  await dataFile(app, parts);
  await together(app, parts);
}
