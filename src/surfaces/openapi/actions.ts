import { actionComponents } from './action-components.ts';
import type { Components } from './components.ts';
import { pageRef } from './model-paths.ts';
import { type Operation, operation, type Path } from './operation.ts';
import { keyParameter, type Parameter, parameter, shaping } from './parameters.ts';
import type { Schema } from './schema.ts';
import { servedRef } from './served-property.ts';
import { takenRef } from './taken-property.ts';

type Described = Omit<Operation, 'operationId' | 'tags'>;
/** An endpoint: the methods and the part of the operation's name that says what it does. */
type Endpoint = Readonly<Record<string, readonly [suffix: string, operation: Described]>>;

const anything: Schema = { type: 'object', additionalProperties: {} };
const listOf = (items: Schema): Schema => ({ type: 'array', items });
const oneOrMore = (one: Schema): Schema => ({ oneOf: [one, listOf(one)] });
const named = (name: string, type: string, description: string): Parameter => ({
  in: 'path',
  name,
  schema: { type },
  description,
  required: true,
});

/** The paths of endpoints that one model has beside those that every model has, or that stand alone. */
export function actionPaths(components: Components): Record<string, Path> {
  const endpoints = [...standingAlone(components), ...ofModels(components)];
  return Object.fromEntries(
    endpoints.map(([path, endpoint]) => [
      `/api/${path}/`,
      Object.fromEntries(
        Object.entries(endpoint).map(([method, [suffix, described]]) => [
          method,
          operation({ ...described, operationId: nameOf(path, suffix), tags: [path.split('/', 1)[0]!] }),
        ]),
      ),
    ]),
  );
}

/** `dcim/racks/{id}/elevation` and `retrieve` → `dcim_racks_elevation_retrieve`. */
const nameOf = (path: string, suffix: string): string =>
  [...path.split('/').filter((part) => !part.startsWith('{')), suffix].join('_').replaceAll('-', '_');

/** Endpoints of one object, by the model's address. */
function ofModels(components: Components): [string, Endpoint][] {
  const parts = actionComponents(components);
  const model = (path: string) => {
    const found = components.registry.byRest(path);
    if (!found) throw new Error(`OpenAPI describes an endpoint of ${path}, where no model is served`);
    return found;
  };
  const served = (path: string) => servedRef(components, model(path), 'full');
  const below = (path: string, action: string, endpoint: (key: Parameter) => Endpoint): [string, Endpoint] => [
    `${path}/{id}/${action}`,
    endpoint(keyParameter(model(path))),
  ];
  const brief = { type: 'array', items: anything };

  const traced = ['console-ports', 'console-server-ports', 'interfaces', 'power-feeds', 'power-outlets', 'power-ports'];
  const traces = traced.map((name) =>
    below(`dcim/${name}`, 'trace', (key) => ({
      get: [
        'retrieve',
        {
          summary: 'The cable path from here, segment by segment: near ends, link, far ends. `render=svg` draws it.',
          parameters: [key, ...shaping],
          responses: { 200: listOf({ type: 'array', items: {}, minItems: 3, maxItems: 3 }) },
        },
      ],
    })),
  );
  const passed = [
    'circuits/circuit-terminations',
    'circuits/virtual-circuit-terminations',
    'dcim/front-ports',
    'dcim/rear-ports',
  ];
  const paths = passed.map((path) =>
    below(path, 'paths', (key) => ({
      get: [
        'retrieve',
        {
          summary: 'The cable paths that lead through here.',
          parameters: [key, ...shaping],
          responses: {
            200: listOf({
              type: 'object',
              properties: {
                id: { type: 'integer' },
                path: listOf(brief),
                is_active: { type: 'boolean' },
                is_complete: { type: 'boolean' },
                is_split: { type: 'boolean' },
              },
              required: ['id', 'is_active', 'is_complete', 'is_split', 'path'],
            }),
          },
        },
      ],
    })),
  );
  const free = (
    [
      ['ipam/asn-ranges', 'available-asns', 'AvailableASN', 'ipam/asns', 'AvailableASNRequest'],
      ['ipam/ip-ranges', 'available-ips', 'AvailableIP', 'ipam/ip-addresses', 'AvailableIPRequestRequest'],
      ['ipam/prefixes', 'available-ips', 'AvailableIP', 'ipam/ip-addresses', 'AvailableIPRequestRequest'],
      ['ipam/prefixes', 'available-prefixes', 'AvailablePrefix', 'ipam/prefixes', 'CreateAvailablePrefixRequest'],
      ['ipam/vlan-groups', 'available-vlans', 'AvailableVLAN', 'ipam/vlans', 'CreateAvailableVLANRequest'],
    ] as const
  ).map(([path, action, shown, made, given]) =>
    below(path, action, (key) => ({
      get: [
        'list',
        {
          summary: 'What is still free in here.',
          parameters: [key, ...shaping],
          responses: { 200: listOf(parts(shown)) },
        },
      ],
      post: [
        'create',
        {
          summary: 'Take the first that are free: one for every object given.',
          parameters: [key],
          body: { schema: oneOrMore(parts(given)), required: true },
          responses: { 201: oneOrMore(served(made)), 409: anything },
        },
      ],
    })),
  );
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
    ...traces,
    ...paths,
    ...free,
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
    below('extras/custom-field-choice-sets', 'choices', (key) => ({
      get: [
        'retrieve',
        {
          summary: 'The choices of the set, page by page.',
          parameters: [key, ...shaping],
          responses: {
            200: {
              type: 'object',
              properties: {
                count: { type: 'integer' },
                next: { type: 'string', nullable: true },
                previous: { type: 'string', nullable: true },
                results: listOf({
                  type: 'object',
                  properties: { id: { type: 'string' }, display: { type: 'string' } },
                  required: ['display', 'id'],
                }),
              },
              required: ['count', 'results'],
            },
          },
        },
      ],
    })),
    below('dcim/racks', 'elevation', (key) => ({
      get: [
        'retrieve',
        {
          summary: 'The half units of one face of the rack, or with `render=svg` a drawing of it.',
          parameters: [
            key,
            ...shaping,
            parameter('exclude', 'integer', 'The key of a device to leave out.'),
            parameter('expand_devices', 'boolean', 'Whether a device stands in every unit that it fills.'),
            parameter('face', 'string', '`front` or `rear`.'),
            parameter('include_images', 'boolean', 'Whether the drawing shows images of device types.'),
            parameter('legend_width', 'integer', 'Width of the legend, in pixels.'),
            parameter('limit', 'integer', 'How many units a page holds.'),
            parameter('margin_width', 'integer', 'Width of the margin, in pixels.'),
            parameter('offset', 'integer', 'How many units precede the page.'),
            parameter('q', 'string', 'Part of the name of a unit.'),
            parameter('render', 'string', '`json` or `svg`.'),
            parameter('unit_height', 'integer', 'Height of a unit, in pixels.'),
            parameter('unit_width', 'integer', 'Width of a unit, in pixels.'),
            parameter('start', 'integer', 'Not for this list.'),
          ],
          responses: { 200: pageRef(components, { className: 'RackUnit' }, parts('RackUnit')) },
        },
      ],
    })),
    [
      'dcim/connected-device',
      {
        get: [
          'list',
          {
            summary: 'The device that a peer is connected to, by the names of the peer and its interface.',
            parameters: [
              parameter('peer_device', 'string', 'The name of the device at the far end.', true),
              parameter('peer_interface', 'string', 'The name of the interface at the far end.', true),
              ...shaping,
            ],
            responses: { 200: served('dcim/devices') },
          },
        ],
      },
    ],
    [
      'authentication-check',
      { get: ['retrieve', { summary: 'Who asks.', parameters: shaping, responses: { 200: served('users/users') } }] },
    ],
    [
      'users/tokens/provision',
      {
        post: [
          'create',
          {
            summary: 'Make a token for the user whose name and password are given.',
            body: { schema: parts('TokenProvisionRequest'), required: true },
            responses: { 201: parts('TokenProvision'), 403: anything },
            open: true,
          },
        ],
      },
    ],
    ...scripts(components),
  ];
}

/** Scripts: listed and shown like other models, run by a POST; their modules are uploaded as files. */
function scripts(components: Components): [string, Endpoint][] {
  const parts = actionComponents(components);
  const upload = components.registry.byRest('extras/scripts/upload')!;
  const served = servedRef(components, upload, 'full');
  const taken = (patched: boolean) => takenRef(components, upload, { form: 'plain', patched });
  const key = named('id', 'string', 'The key, or the name of the file.');
  return [
    [
      'extras/scripts/upload',
      {
        post: [
          'create',
          {
            summary: 'Upload a module of scripts.',
            body: { schema: taken(false), required: true },
            responses: { 201: served },
          },
        ],
      },
    ],
    [
      'extras/scripts/upload/{id}',
      {
        put: [
          'update',
          {
            summary: 'Replace a module of scripts.',
            parameters: [key],
            body: { schema: taken(false), required: true },
            responses: { 200: served },
          },
        ],
        patch: [
          'partial_update',
          {
            summary: 'Change a module of scripts.',
            parameters: [key],
            body: { schema: taken(true), required: false },
            responses: { 200: served },
          },
        ],
      },
    ],
    [
      'extras/scripts/{id}',
      {
        get: [
          'retrieve',
          {
            summary: 'Get one script.',
            parameters: [named('id', 'string', 'The key, or `<module>.<name>`.'), ...shaping],
            responses: { 200: servedRef(components, components.registry.byRest('extras/scripts')!, 'full') },
          },
        ],
        post: [
          'run',
          {
            summary: 'Run one script.',
            parameters: [named('id', 'string', 'The key, or `<module>.<name>`.')],
            body: { schema: parts('ScriptInputRequest'), required: true },
            responses: { 200: parts('ScriptDetail') },
          },
        ],
      },
    ],
  ];
}

/** Endpoints of no model. */
function standingAlone(components: Components): [string, Endpoint][] {
  const parts = actionComponents(components);
  const get = (summary: string, more: Partial<Described> = {}): Endpoint => ({
    get: ['retrieve', { summary, parameters: shaping, responses: { 200: anything }, ...more }],
  });
  const one = (summary: string, key: Parameter, suffix: string): Endpoint => ({
    get: [suffix, { summary, parameters: [key, ...shaping], responses: { 200: anything } }],
  });
  const name = (what: string) => named('name', 'string', `The name of the ${what}.`);
  const task = named('id', 'string', 'The key of the task.');
  return [
    ['status', get('What runs here.', { open: true })],
    [
      'schema',
      get('This document.', {
        parameters: [
          ...shaping,
          parameter('format', 'string', '`json` or `yaml`.'),
          parameter('lang', 'string', 'Taken and without effect.'),
        ],
        produces: [
          'application/vnd.oai.openapi',
          'application/yaml',
          'application/vnd.oai.openapi+json',
          'application/json',
        ],
        open: true,
      }),
    ],
    ['users/config', { ...get('The preferences of who asks.') }],
    [
      'extras/dashboard',
      {
        ...get('The dashboard of who asks.', { parameters: shaping, responses: { 200: parts('Dashboard') } }),
        put: [
          'update',
          {
            summary: 'Replace it.',
            body: { schema: parts('DashboardRequest'), required: false },
            responses: { 200: parts('Dashboard') },
          },
        ],
        patch: [
          'partial_update',
          {
            summary: 'Change it.',
            body: { schema: parts('PatchedDashboardRequest'), required: false },
            responses: { 200: parts('Dashboard') },
          },
        ],
        delete: ['destroy', { summary: 'Forget it.', responses: { 204: undefined } }],
      },
    ],
    ['core/background-queues', get('The queues of jobs.')],
    ['core/background-queues/{name}', one('One queue.', name('queue'), 'retrieve_by_name')],
    ['core/background-workers', get('The workers.')],
    ['core/background-workers/{name}', one('One worker.', name('worker'), 'retrieve_by_name')],
    ['core/background-tasks', get('The tasks of all queues.')],
    ['core/background-tasks/{id}', one('One task.', task, 'retrieve_by_id')],
    ...(['delete', 'enqueue', 'requeue', 'stop'] as const).map((verb): [string, Endpoint] => [
      `core/background-tasks/{id}/${verb}`,
      {
        post: [
          'create',
          {
            summary: `${verb.slice(0, 1).toUpperCase()}${verb.slice(1)} the task.`,
            parameters: [task],
            body: { schema: parts('BackgroundTaskRequest'), required: false },
            responses: { 200: parts('BackgroundTask') },
          },
        ],
      },
    ]),
  ];
}
