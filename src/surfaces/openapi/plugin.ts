import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { stringify } from 'yaml';
import { exactJson } from '#base/exact-json.ts';
import { type DocumentParts, openApiDocument } from './document.ts';

/** A way to write the document: the types that ask for it, and the name under which it is saved. */
interface Form {
  readonly types: readonly string[];
  readonly file: string;
  write(document: object): string;
}

/** In the order in which a client that takes anything is served (NetBox 4.7). */
const forms: readonly Form[] = [
  {
    types: ['application/vnd.oai.openapi', 'application/yaml'],
    file: 'openapi.yaml',
    write: (document) => stringify(document, { aliasDuplicateObjects: false, lineWidth: 0 }),
  },
  {
    types: ['application/vnd.oai.openapi+json', 'application/json'],
    file: 'openapi.json',
    write: exactJson,
  },
];

interface Written {
  readonly plain: Buffer;
  readonly packed: Buffer;
  readonly etag: string;
}

/** What the document is written for, and how it is shown. */
export interface OpenApiParts extends DocumentParts {
  /** Answers with the page that shows the document and tries it; left out where that is not built. */
  readonly page?: ((request: FastifyRequest, reply: FastifyReply) => FastifyReply) | undefined;
}

/**
 * Serves `/api/schema/` to everybody: written when it is first asked for, kept as bytes. Where NetBox shows it in two
 * ways, the second leads to the first.
 */
export async function openApiPlugin(server: FastifyInstance, { page, ...parts }: OpenApiParts): Promise<void> {
  const written = new Map<Form, Promise<Written>>();
  const bytes = (form: Form): Promise<Written> => {
    const known = written.get(form) ?? write(form, parts);
    written.set(form, known);
    return known;
  };
  server.get('/api/schema/', async (request, reply) => {
    reply.headers({ 'api-version': '4.7', allow: 'GET, HEAD, OPTIONS', vary: 'Accept, Accept-Encoding' });
    const { format } = request.query as { format?: string };
    if (format !== undefined && format !== 'yaml' && format !== 'json')
      return reply.code(404).send({ detail: 'Not found.' });
    const asked =
      format === undefined ? fromAccept(request.headers.accept) : { form: forms[format === 'json' ? 1 : 0]! };
    if (!asked) return reply.code(406).send({ detail: 'Could not satisfy the request Accept header.' });
    const { form, type = form.types[0]! } = asked;
    return send(request, reply, { form, type, written: await bytes(form) });
  });
  if (!page) return;
  const shown = `${parts.basePath ?? ''}/api/schema/swagger-ui/`;
  server.get('/api/schema/swagger-ui/', async (request, reply) => page(request, reply));
  server.get('/api/schema/redoc/', async (_request, reply) => reply.redirect(shown, 302));
}

async function write(form: Form, parts: DocumentParts): Promise<Written> {
  const plain = Buffer.from(form.write(openApiDocument(parts)));
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  return { plain, packed: await promisify(gzip)(plain), etag };
}

function send(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  { form, type, written: { plain, packed, etag } }: { form: Form; type: string; written: Written },
): FastifyReply {
  reply.headers({ etag, 'content-disposition': `inline; filename="${form.file}"` });
  if (headers['if-none-match'] === etag) return reply.code(304).send();
  reply.type(type.includes('json') ? type : `${type}; charset=utf-8`);
  const mayPack = /\bgzip\b/.test(headers['accept-encoding'] ?? '');
  return mayPack ? reply.header('content-encoding', 'gzip').send(packed) : reply.send(plain);
}

/** The form for an Accept header: the first type in it that is known; undefined where none is. */
function fromAccept(accept = '*/*'): { form: Form; type?: string } | undefined {
  for (const range of accept.split(',')) {
    const type = range.split(';', 1)[0]!.trim().toLowerCase();
    if (type === '*/*' || type === 'application/*' || type === '') return { form: forms[0]! };
    const form = forms.find(({ types }) => types.includes(type));
    if (form) return { form, type };
  }
  return undefined;
}
