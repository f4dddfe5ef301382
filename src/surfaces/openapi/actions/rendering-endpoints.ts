import { parameter } from '../parameters.ts';
import { takenRef } from '../taken-property.ts';
import { type Addressed, anything, type Making } from './endpoint.ts';

/** Templates and what they are rendered from. */
export function renderingEndpoints({ components, model, served, parts, below }: Making): Addressed[] {
  const synced = ['config-context-profiles', 'config-contexts', 'config-templates', 'export-templates'];
  const syncs = synced.map((name) =>
    below(`extras/${name}`, 'sync', (key) => ({
      post: [
        'create',
        {
          summary: 'Take the content anew from the data file.',
          parameters: [key],
          body: {
            schema: takenRef(components, model(`extras/${name}`), { form: 'plain', patched: false }),
            required: false,
          },
          responses: { 200: served(`extras/${name}`) },
        },
      ],
    })),
  );
  const rendered = { produces: ['application/json', 'text/plain'] } as const;
  const format = parameter('format', 'string', '`txt` for the bare text.');
  const configurations = ['dcim/devices', 'virtualization/virtual-machines'].map((path) =>
    below(path, 'render-config', (key) => ({
      post: [
        'create',
        {
          summary: 'Render the configuration template that applies here.',
          parameters: [key, format],
          body: { schema: parts('RenderConfigInputRequest'), required: false },
          responses: { 200: parts('RenderedConfig'), 400: anything, 500: anything },
          ...rendered,
        },
      ],
    })),
  );
  return [
    ...syncs,
    ...configurations,
    below('core/data-sources', 'sync', (key) => ({
      post: [
        'create',
        {
          summary: 'Fetch the files anew, as a job.',
          parameters: [key],
          responses: { 200: served('core/data-sources') },
        },
      ],
    })),
    below('extras/config-templates', 'render', (key) => ({
      post: [
        'create',
        {
          summary: 'Render the template with the context given.',
          parameters: [key, format],
          body: { schema: anything, required: false },
          responses: { 200: parts('RenderedConfig'), 500: anything },
          ...rendered,
        },
      ],
    })),
  ];
}
