import { parameter, shaping } from '../parameters.ts';
import { type Addressed, listOf, type Making } from './endpoint.ts';

const brief = listOf({ type: 'object', additionalProperties: {} });

/** Where cables lead. */
export function cableEndpoints({ served, below }: Making): Addressed[] {
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
  return [
    ...traces,
    ...paths,
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
  ];
}
