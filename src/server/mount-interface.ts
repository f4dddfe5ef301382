import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Registry } from '#registry/registry.ts';
import { type CountParts, countRoutes } from '#surfaces/meta/count-routes.ts';
import { type Meta, metaOf } from '#surfaces/meta/meta.ts';
import { metaRoutes } from '#surfaces/meta/meta-routes.ts';
import { summaryOf } from '#surfaces/meta/summary.ts';
import { serveStatic } from './static.ts';

export interface InterfaceParts extends Omit<CountParts, 'meta'> {
  readonly registry: Registry;
  /** The program's version. */
  readonly version: string;
  /** BASE_PATH without slashes at its ends; the routes are registered below it. */
  readonly basePath: string;
}

/** The web interface: what it is told of the models, its counts, and its files. */
export async function mountInterface(routes: FastifyInstance, parts: InterfaceParts): Promise<void> {
  const { registry, version, basePath } = parts;
  let told: Meta | undefined;
  const meta = () => {
    told ??= metaOf(registry, { version });
    return told;
  };
  const lists = new Set(
    registry.models.flatMap((model) => {
      const summary = summaryOf(model);
      return summary ? [summary.api, summary.path] : [];
    }),
  );
  await routes.register(metaRoutes, { meta });
  await routes.register(countRoutes, { ...parts, meta });
  await routes.register(serveStatic, {
    directory: webDirectory(),
    basePath,
    isList: (path: string) => lists.has(path),
  });
}

/** dist/web, beside the built server or seen from the sources. */
function webDirectory(): string {
  const beside = join(import.meta.dirname, 'web');
  return existsSync(beside) ? beside : join(import.meta.dirname, '../../dist/web');
}
