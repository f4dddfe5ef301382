import type { GraphiQLProps } from 'graphiql';
import { getOperationAST } from 'graphql';
import { createClient } from 'graphql-sse';
import { type Introspected, withSubscriptions } from './with-subscriptions.ts';

/** BASE_PATH as the server wrote it into `<base>`. This page shares no code with the interface, which loads without it. */
export const base = new URL(document.baseURI).pathname.replace(/[^/]*$/, '');

/** The token that the session wants of requests that are no GET; asked for again where one was refused. */
let csrf: Promise<string> | undefined;

async function askCsrf(): Promise<string> {
  const response = await fetch(`${base}patchbay/session/`, { headers: { Accept: 'application/json' } });
  const session = (await response.json().catch(() => undefined)) as { csrf?: string } | undefined;
  return session?.csrf ?? '';
}

type Headers = Readonly<Record<string, string>>;

async function ask(path: string, asked: unknown, given: Headers = {}): Promise<unknown> {
  csrf ??= askCsrf();
  const response = await fetch(base + path, {
    method: 'POST',
    headers: {
      Accept: 'application/json',
      'Content-Type': 'application/json',
      'X-CSRFToken': await csrf,
      ...given,
    },
    body: JSON.stringify(asked),
  });
  if (response.status === 403) csrf = undefined;
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return { data: null, errors: [{ message: text || `The server answered ${response.status}.` }] };
  }
}

/** Where subscriptions are answered, and their schema is told. */
const stream = 'graphql/stream/';

/** Asks the API as whoever is logged in, or with the token that the headers' editor gives. */
export const fetcher: GraphiQLProps['fetcher'] = async (asked, options) => {
  const given = options?.headers as Headers | undefined;
  const operation = options?.documentAST && getOperationAST(options.documentAST, asked.operationName);
  if (operation?.operation === 'subscription') {
    csrf ??= askCsrf();
    const client = createClient({
      url: base + stream,
      headers: { 'X-CSRFToken': await csrf, ...given },
    });
    return client.iterate({ ...asked, operationName: asked.operationName ?? '' } as never) as never;
  }
  if (asked.operationName !== 'IntrospectionQuery') return ask('graphql/', asked, given) as never;
  const [main, streamed] = await Promise.all([ask('graphql/', asked, given), ask(stream, asked, given)]);
  return withSubscriptions(main as Introspected, streamed as Introspected) as never;
};
