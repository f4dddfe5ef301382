import '@fastify/swagger-ui/static/swagger-ui.css';
import SwaggerUI from '@fastify/swagger-ui/static/swagger-ui-bundle.js';

/** BASE_PATH as the server wrote it into `<base>`. This page shares no code with the interface, which loads without it. */
const base = new URL(document.baseURI).pathname.replace(/[^/]*$/, '');

/** What the session wants of requests that are no GET; undefined for whoever is not logged in. */
async function csrf(): Promise<string | undefined> {
  const response = await fetch(`${base}patchbay/session/`, { headers: { Accept: 'application/json' } });
  return response.ok ? ((await response.json()) as { csrf?: string }).csrf : undefined;
}

SwaggerUI({
  url: `${base}api/schema/?format=json`,
  dom_id: '#root',
  presets: [SwaggerUI.presets.apis],
  layout: 'BaseLayout',
  deepLinking: true,
  filter: true,
  // With everything open the browser would lay out two thousand operations and as many components at once.
  docExpansion: 'none',
  defaultModelsExpandDepth: 0,
  // No validator elsewhere is told of this server's document.
  validatorUrl: null,
  requestInterceptor: async (request) => {
    if (request.loadSpec || (request.method ?? 'GET').toUpperCase() === 'GET') return request;
    const token = await csrf();
    return token === undefined ? request : { ...request, headers: { ...request.headers, 'X-CSRFToken': token } };
  },
});
