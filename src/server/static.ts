import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

export interface StaticOptions {
  /** The built interface: dist/web. */
  readonly directory: string;
  /** BASE_PATH without slashes at its ends; the plugin is registered below it. */
  readonly basePath: string;
  /** Whether the interface has a list at a path, without slashes around: `dcim/devices`. */
  isList(path: string): boolean;
  /** Whether the interface has a page there: a list, or another that the menu leads to. */
  isPage(path: string): boolean;
  /** Answers `?export` at a list's address. */
  exportList(request: FastifyRequest, reply: FastifyReply, path: string): Promise<FastifyReply>;
}

interface Asset {
  readonly body: Buffer;
  readonly gzip: Buffer | undefined;
  readonly brotli: Buffer | undefined;
  readonly type: string;
  readonly etag: string;
  readonly cache: string;
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** First steps of paths that belong to others: a wrong address below them is theirs to refuse. */
const foreign = new Set(['api', 'assets', 'graphql', 'media', 'metrics', 'oauth', 'patchbay', 'static']);

/** Pages that belong to no model and stand in no menu. */
const own = new Set(
  ['profile', 'preferences', 'password', 'api-tokens', 'sessions', 'bookmarks', 'notifications', 'subscriptions'].map(
    (page) => `user/${page}`,
  ),
);

/** Mantine sets styles on elements, hence 'unsafe-inline' for those; scripts come from files only. */
const policy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  // GraphiQL's style sheet carries its fonts.
  "font-src 'self' data:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join('; ');

/**
 * Serves the built interface: its files from memory as the build compressed them, and its page for every address a
 * browser opens: 200 where the interface has a page, 404 (with the interface to say so) where not.
 */
export async function serveStatic(
  app: FastifyInstance,
  { directory, basePath, isList, isPage, exportList }: StaticOptions,
): Promise<void> {
  const base = basePath ? `/${basePath}/` : '/';
  const assets = readAssets(directory);
  const page = shell(assets.get('index.html'), base);
  for (const name of ['index', ...pages]) assets.delete(`${name}.html`);

  app.get('/*', { exposeHeadRoute: true }, (request, reply) => {
    const [pathname = '', search] = request.url.split('?', 2);
    const path = pathname.slice(base.length);
    const asset = assets.get(path);
    if (asset) return send(request, reply, asset);
    const steps = path.split('/').filter(Boolean);
    const list = steps.join('/');
    if (steps.length === 2 && /(^|&)export(=|&|$)/.test(search ?? '') && isList(list))
      return exportList(request, reply, list);
    if (!page || foreign.has(steps[0] ?? '') || !wantsPage(request)) return reply.callNotFound();
    const known = hasPage(steps, isPage);
    if (known && !pathname.endsWith('/')) return reply.redirect(`${pathname}/${search ? `?${search}` : ''}`, 302);
    return sendPage(request, reply.code(known ? 200 : 404), page);
  });
}

/** Pages that stand alone, each at an address of an API. */
const pages = ['graphiql', 'rest-docs'] as const;

/** A page that stands alone, for the API whose address it has; undefined where the interface is not built. */
export function pageAlone(
  name: (typeof pages)[number],
  { directory, basePath }: Pick<StaticOptions, 'directory' | 'basePath'>,
): SendPage | undefined {
  const file = join(directory, `${name}.html`);
  const asset: Asset | undefined = existsSync(file)
    ? { ...body(readFileSync(file)), gzip: undefined, brotli: undefined, type: types['.html']!, cache: 'no-cache' }
    : undefined;
  const page = shell(asset, basePath ? `/${basePath}/` : '/');
  return page && ((request, reply) => sendPage(request, reply, page));
}

export type SendPage = (request: FastifyRequest, reply: FastifyReply) => FastifyReply;

function sendPage(request: FastifyRequest, reply: FastifyReply, page: Asset): FastifyReply {
  void reply.header('content-security-policy', policy).header('referrer-policy', 'same-origin');
  return send(request, reply, page);
}

/** Pages with an address of one step. */
const alone = new Set(['login', 'search', 'sso']);

function hasPage(steps: readonly string[], isPage: StaticOptions['isPage']): boolean {
  const [first, second, id] = steps;
  if (first === undefined || (alone.has(first) && second === undefined)) return true;
  if (first === 'identity-provider' && steps.length < 4) return true;
  if (id === undefined && own.has(`${first}/${second}`)) return true;
  return isPage(`${first}/${second}`) && (id === undefined || /^(\d+|[a-z][a-z-]*)$/.test(id));
}

function wantsPage({ headers }: FastifyRequest): boolean {
  return headers.accept?.includes('text/html') ?? false;
}

function send(request: FastifyRequest, reply: FastifyReply, asset: Asset): FastifyReply {
  void reply
    .header('cache-control', asset.cache)
    .header('etag', asset.etag)
    .header('vary', 'accept-encoding')
    .header('x-content-type-options', 'nosniff');
  if (reply.statusCode === 200 && request.headers['if-none-match'] === asset.etag) return reply.code(304).send();
  const accepted = request.headers['accept-encoding'] ?? '';
  void reply.type(asset.type);
  if (asset.brotli && /\bbr\b/.test(accepted)) return reply.header('content-encoding', 'br').send(asset.brotli);
  if (asset.gzip && /\bgzip\b/.test(accepted)) return reply.header('content-encoding', 'gzip').send(asset.gzip);
  return reply.send(asset.body);
}

/** Every file of the build; those with a hash in their names never change. */
function readAssets(directory: string): Map<string, Asset> {
  const assets = new Map<string, Asset>();
  const files = list(directory);
  for (const file of files) {
    const type = types[extname(file)];
    if (!type) continue;
    const read = (name: string) => (files.has(name) ? readFileSync(join(directory, name)) : undefined);
    assets.set(file.split(sep).join('/'), {
      ...body(readFileSync(join(directory, file))),
      gzip: read(`${file}.gz`),
      brotli: read(`${file}.br`),
      type,
      cache: file.startsWith(`assets${sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
  }
  return assets;
}

function list(directory: string): Set<string> {
  try {
    const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
    return new Set(
      entries.filter((entry) => entry.isFile()).map((entry) => relative(directory, join(entry.parentPath, entry.name))),
    );
  } catch (error) {
    // Not built: the API is served alone.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Set();
    throw error;
  }
}

/** The page with the base that this server has; its text differs from the compressed file, so that goes. */
function shell(asset: Asset | undefined, base: string): Asset | undefined {
  if (!asset) return undefined;
  const html = asset.body.toString('utf8').replace('<base href="/" />', `<base href="${base}" />`);
  return { ...asset, ...body(Buffer.from(html)), gzip: undefined, brotli: undefined };
}

function body(bytes: Buffer): Pick<Asset, 'body' | 'etag'> {
  return { body: bytes, etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"` };
}
