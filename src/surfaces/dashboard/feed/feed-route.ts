import type { FastifyInstance } from 'fastify';
import { HttpError } from '#base/http-error.ts';
import type { FeedAnswer } from '../contract.ts';
import type { DashboardParts } from '../dashboard-routes.ts';
import { type FeedAsked, Feeds } from './feeds.ts';

const feedWidget = 'extras.RSSFeedWidget';

/**
 * `GET /patchbay/feed/?url=…`: what a feed says, fetched by the server. Only feeds that stand in the asker's own dashboard
 * or in DEFAULT_DASHBOARD are fetched; those of DEFAULT_DASHBOARD from private networks, too. 404 for others, 502 with the
 * reason where a feed cannot be read.
 */
export async function feedRoute(app: FastifyInstance, parts: DashboardParts): Promise<void> {
  const feeds = new Feeds();
  app.get<{ Querystring: { url?: string } }>('/patchbay/feed/', async (request, reply) => {
    try {
      const { asker } = await parts.visit(request);
      const settings = parts.settings();
      const { url = '' } = request.query;
      const own = asker.userId === undefined ? null : await parts.read(asker.userId);
      const declared = named(settings.DEFAULT_DASHBOARD, url);
      const config = named(own?.config, url) ?? declared;
      if (!config || !URL.canParse(url)) throw new HttpError(404, 'Not found.');
      const asked: FeedAsked = {
        url,
        keep: within(config.cache_timeout, { least: 600, most: 86_400, usual: 3600 }),
        timeout: within(config.request_timeout, { least: 1, most: 60, usual: 3 }),
        trusted: declared !== undefined,
      };
      const isolated = settings.ISOLATED_DEPLOYMENT && config.requires_internet !== false;
      const answer: FeedAnswer = isolated ? { isolated: true } : await feeds.get(asked, settings).catch(refuse);
      return reply.header('cache-control', 'private, max-age=60').send(answer);
    } catch (error) {
      return parts.refuse(reply, error);
    }
  });
}

/** What the widget that shows the feed is set to; undefined where none does. */
function named(widgets: unknown, url: string): Readonly<Record<string, unknown>> | undefined {
  const all = Object.values((widgets ?? {}) as Readonly<Record<string, unknown>>);
  for (const one of all) {
    const { class: kind, widget, config } = (one ?? {}) as { class?: unknown; widget?: unknown; config?: unknown };
    const settings = (config ?? {}) as Readonly<Record<string, unknown>>;
    if ((kind ?? widget) === feedWidget && url !== '' && settings.feed_url === url) return settings;
  }
  return undefined;
}

function within(given: unknown, { least, most, usual }: { least: number; most: number; usual: number }): number {
  const number = Number(given);
  return given !== null && Number.isFinite(number) && number > 0 ? Math.min(Math.max(number, least), most) : usual;
}

function refuse(error: unknown): never {
  throw new HttpError(502, `The feed cannot be read: ${(error as Error).message}.`);
}
