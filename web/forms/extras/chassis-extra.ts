import { text } from '../../texts/text.ts';
import type { Reference } from '../fields/reference.ts';
import { borrowedFields } from './borrowed.ts';
import type { ExtraField, ExtraStep, FormExtra } from './form-extra.ts';

const device = 'dcim.device';
const members = 'new_members';
const position = 'initial_position';

/** A new virtual chassis with its members, in their order. */
export const chassisExtra: FormExtra = {
  uses: [device],
  fields([form]) {
    const group = text('form.members');
    const shared = { extra: true, only: 'create', group } as const;
    const places = borrowedFields(form!, { names: ['site', 'rack'], prefix: '', group }).map(
      (field): ExtraField => ({ ...field, narrows: { labels: [group] } }),
    );
    return [
      ...places,
      {
        ...shared,
        name: members,
        label: group,
        widget: 'relations',
        model: device,
        pick: [
          { parameter: 'virtual_chassis_id', value: 'null' },
          { parameter: 'site_id', field: 'site' },
          { parameter: 'rack_id', field: 'rack' },
        ],
      },
      {
        ...shared,
        name: position,
        label: text('form.firstPosition'),
        widget: 'number',
        default: 1,
        minimum: 0,
        maximum: 255,
      },
    ];
  },
  check: (held) =>
    chosen(held[members]).length > 0 && String(held[position] ?? '').trim() === ''
      ? { [position]: text('form.missing') }
      : {},
  steps: async ({ held, self, isNew }) =>
    (isNew ? chosen(held[members]) : []).map(
      ({ id }, at): ExtraStep => ({
        model: device,
        id,
        body: { virtual_chassis: self, vc_position: Number(held[position]) + at },
        fields: { virtual_chassis: members, vc_position: position },
      }),
    ),
};

const chosen = (held: unknown) => (held ?? []) as readonly Reference[];
