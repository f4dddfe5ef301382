import { array } from '#fields/array/array.ts';
import { boolean } from '#fields/boolean/boolean.ts';
import { json } from '#fields/json/json.ts';
import { text } from '#fields/text/text.ts';
import { model } from '#registry/model.ts';

export const cablePath = model('dcim.cablepath', {
  className: 'CablePath',
  description: 'The way from a port through cables and panels to what is at the far end.',
  brief: '',
  without: ['url', 'display_url', 'display'],
  indexes: [{ name: 'dcim_cablep__nodes_b23b96_gin', fields: ['_nodes'], method: 'gin' }],
  fields: {
    path: json({ default: [], rest: { readOnly: true } }),
    is_active: boolean({ default: false, filter: false }),
    is_complete: boolean({ default: false, filter: false }),
    is_split: boolean({ default: false, filter: false }),
    _nodes: array(text({ max: 40 }), { rest: false }),
  },
  graphql: false,
});
