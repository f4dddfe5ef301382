import { HttpError } from '#base/http-error.ts';
import { defaultSettings, type Settings } from '#base/settings.ts';
import type { Sql } from '#database/connect.ts';
import { registry } from '#models/registry.ts';
import type { ActionRequest, Answer, Asker } from '#operations/action.ts';
import { readContentTypes } from '#operations/read/content-types.ts';
import { ReadContext } from '#operations/read/context.ts';
import { Shapes } from '#operations/read/shapes.ts';
import { always, type Condition } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import { computedBehaviours } from '../computed/index.ts';
import { displayBehaviours } from '../display/index.ts';
import { actions } from './index.ts';

/** What a test's request says beside its path. */
export interface Trial {
  readonly method?: string;
  readonly body?: unknown;
  readonly asker?: Partial<Asker>;
  readonly settings?: Partial<Settings>;
  permits?(model: Model, action: string): Condition;
}

/** What came back, its JSON read. */
export interface Outcome extends Omit<Answer, 'json'> {
  // biome-ignore lint/suspicious/noExplicitAny: a test knows what it asked for
  readonly json: any;
}

const superuser: Asker = { userId: '1', username: 'admin', isSuperuser: true, by: 'token', mayWrite: true };

/** For tests: asks an action by its path below /api/, as a surface would. */
export async function tryActions(sql: Sql): Promise<(path: string, trial?: Trial) => Promise<Outcome>> {
  const shapes = new Shapes(registry, { computed: computedBehaviours, display: displayBehaviours });
  const contentTypes = await readContentTypes(sql);
  return async (path, { method = 'GET', body, asker, settings: some, permits = () => always } = {}) => {
    const url = new URL(path, 'http://host/api/');
    const settings = { ...defaultSettings, ...some };
    const context = new ReadContext({ sql, registry, shapes, settings, contentTypes, base: 'http://host' });
    for (const action of actions) {
      const below = action.model ? `${registry.get(action.model).rest}/([^/]+)/` : '';
      const match = new RegExp(`^/api/${below}${action.path.replace(/\*$/, '(.+)')}/?$`).exec(url.pathname);
      if (!match || !(action.methods as readonly string[]).includes(method)) continue;
      const request: ActionRequest = {
        method,
        key: action.model ? match[1] : undefined,
        rest: action.path.endsWith('*') ? match.at(-1)!.split('/').filter(Boolean) : [],
        query: url.searchParams,
        body,
        headers: {},
        address: undefined,
        path: url.pathname,
        asker: { ...superuser, ...asker },
        sql,
        context,
        settings,
        permits,
      };
      try {
        action.guard?.(request.asker);
        const answer = await action.run(request);
        return { ...answer, json: answer.json === undefined ? undefined : JSON.parse(answer.json) };
      } catch (error) {
        if (error instanceof HttpError) return { status: error.status, json: error.body };
        throw error;
      }
    }
    throw new Error(`no action answers ${method} ${path}`);
  };
}
