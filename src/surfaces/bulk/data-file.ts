import type { FastifyInstance } from 'fastify';
import { HttpError, notFound } from '#base/http-error.ts';
import { whereSql } from '#database/select/where.ts';
import { isKey } from '#operations/read/get-object.ts';
import type { BulkParts } from './bulk-parts.ts';
import type { DataFileText } from './contract.ts';

/** `GET /patchbay/data-file/<id>/`: the text of a data file that the asker may see, for an import to read. */
export async function dataFile(app: FastifyInstance, parts: BulkParts): Promise<void> {
  app.get<{ Params: { id: string } }>('/patchbay/data-file/:id/', async (request, reply) => {
    try {
      const model = parts.registry.get('core.datafile');
      const { sql, permits } = await parts.writing(request);
      const { id } = request.params;
      if (!isKey(id)) throw notFound(model.className);
      const parameters = [id];
      const where = whereSql(permits(model, 'view'), { model, alias: 't', parameters });
      const [row] = await sql.unsafe(
        `select encode(t.data, 'hex') as data from "${model.table}" t where t.id = $1 and ${where}`,
        parameters,
      );
      if (!row) throw notFound(model.className);
      return reply.send({ content: decode(Buffer.from(String(row.data), 'hex')) } satisfies DataFileText);
    } catch (error) {
      return parts.refuse(reply, error);
    }
  });
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new HttpError(400, 'The file is no text.');
  }
}
