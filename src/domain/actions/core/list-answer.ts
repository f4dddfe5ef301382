import type { ActionRequest, Answer } from '#operations/action.ts';
import { pageEnvelope } from '#operations/read/page-envelope.ts';

/** A list that no model stands behind: all of it where no limit is given. */
export function listAnswer({ context, path, query }: ActionRequest, texts: readonly string[]): Answer {
  const number = (name: string) => {
    const text = query.get(name);
    return text !== null && /^\s*\d+\s*$/.test(text) ? Number(text) : undefined;
  };
  const limit = number('limit') || undefined;
  const offset = limit === undefined ? 0 : (number('offset') ?? 0);
  const page = { limit, offset, count: texts.length, address: `${context.base}${path}`, query };
  return { status: 200, json: pageEnvelope(page, texts.slice(offset, limit && offset + limit)) };
}
