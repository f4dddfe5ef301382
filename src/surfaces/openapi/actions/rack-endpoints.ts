import { pageRef } from '../model-paths.ts';
import { parameter, shaping } from '../parameters.ts';
import type { Addressed, Making } from './endpoint.ts';

/** Elevations. */
export function rackEndpoints({ components, parts, below }: Making): Addressed[] {
  return [
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
  ];
}
