import { type Parameter, parameter, shaping } from '../parameters.ts';
import { type Addressed, anything, type Described, type Endpoint, type Making, named } from './endpoint.ts';

/** Endpoints of no model. */
export function standingEndpoints({ served, parts }: Making): Addressed[] {
  const get = (summary: string, more: Partial<Described> = {}): Endpoint => ({
    get: ['retrieve', { summary, parameters: shaping, responses: { 200: anything }, ...more }],
  });
  const one = (summary: string, key: Parameter, suffix: string): Endpoint => ({
    get: [suffix, { summary, parameters: [key, ...shaping], responses: { 200: anything } }],
  });
  const name = (what: string) => named('name', `The name of the ${what}.`);
  const task = named('id', 'The key of the task.');
  return [
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
    ...(['delete', 'enqueue', 'requeue', 'stop'] as const).map(
      (verb): Addressed => [
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
      ],
    ),
  ];
}
