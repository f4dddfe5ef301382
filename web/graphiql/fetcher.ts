import type { GraphiQLProps } from 'graphiql';

/** BASE_PATH as the server wrote it into `<base>`. This page shares no code with the interface, which loads without it. */
export const base = new URL(document.baseURI).pathname.replace(/[^/]*$/, '');

/** The token that the session wants of requests that are no GET; asked for again where one was refused. */
let csrf: Promise<string> | undefined;

async function askCsrf(): Promise<string> {
  const response = await fetch(`${base}patchbay/session/`, { headers: { Accept: 'application/json' } });
  const session = (await response.json().catch(() => undefined)) as { csrf?: string } | undefined;
  return session?.csrf ?? '';
}

/** Asks the API as whoever is logged in, or with the token that the headers' editor gives. */
export const fetcher: GraphiQLProps['fetcher'] = async (asked, options) => {
  csrf ??= askCsrf();
  const response = await fetch(`${base}graphql/`, {
    method: 'POST',
    headers: {
      Accept: 'application/json',
      'Content-Type': 'application/json',
      'X-CSRFToken': await csrf,
      ...options?.headers,
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
};
