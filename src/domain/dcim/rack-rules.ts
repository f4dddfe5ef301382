import type { Draft } from '#operations/write/draft.ts';
import { Draft as NewDraft } from '#operations/write/draft.ts';
import { wholeObject } from '#operations/write/field-errors.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import { save } from '#operations/write/save.ts';
import { storedRows } from '#operations/write/stored.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import { columnOf } from '#registry/registry.ts';
import { relatedRows } from '../rules/related-rows.ts';
import { type Problem, refuse } from './problem.ts';

const dimensions = ['outer_width', 'outer_depth', 'outer_height'] as const;

/** What a rack has from its type. */
const fromType = [
  'form_factor',
  'width',
  'u_height',
  'starting_unit',
  'desc_units',
  ...dimensions,
  'outer_unit',
  'mounting_depth',
  'weight',
  'weight_unit',
  'max_weight',
  'cooling_capability',
  'cooling_capacity',
] as const;

const hasDimensions = (draft: Draft): boolean => dimensions.some((name) => draft.number(name));

/** Outer dimensions have a unit, and the unit goes with them. */
export const outerDimensionRules: ModelRules = {
  validate: (drafts) =>
    refuse(drafts, (draft) =>
      hasDimensions(draft) && !draft.get('outer_unit')
        ? [wholeObject, 'Must specify a unit when setting an outer dimension']
        : undefined,
    ),
  derive(drafts) {
    for (const draft of drafts) if (!hasDimensions(draft)) draft.set('outer_unit', null);
  },
};

/** Racks: at the location's site, as their type says, and large enough for what is mounted; devices go where they go. */
export const rackRules: ModelRules = {
  async validate(drafts, context) {
    const [locations, types, mounted] = await Promise.all([
      relatedRows(drafts, context, { relation: 'location', select: 't.site_id' }),
      relatedRows(drafts, context, { relation: 'rack_type', select: 't.u_height, t.starting_unit' }),
      mountedSpans(drafts, context),
    ]);
    refuse(drafts, (draft): Problem => {
      const location = locations.get(draft.get('location') ?? '');
      if (location && location[0] !== draft.get('site'))
        return [wholeObject, 'Assigned location must belong to parent site.'];
      const type = types.get(draft.get('rack_type') ?? '');
      const span = mounted.get(draft.key ?? '');
      if (!span) return undefined;
      const [height, start] = type?.map(Number) ?? [draft.number('u_height')!, draft.number('starting_unit')!];
      const needed = span.top - start!;
      if (height! < needed)
        return [
          type ? 'rack_type' : 'u_height',
          `Rack must be at least ${needed}U tall to house currently installed devices.`,
        ];
      return start! > span.bottom
        ? [
            type ? 'rack_type' : 'starting_unit',
            `Rack unit numbering must begin at ${span.bottom} or less to house currently installed devices.`,
          ]
        : undefined;
    });
  },

  async derive(drafts, context) {
    const { fields } = context.registry.get('dcim.racktype');
    const select = fromType.map((name) => `t."${columnOf(fields.get(name)!)}"`).join(', ');
    const types = await relatedRows(drafts, context, { relation: 'rack_type', select });
    for (const draft of drafts) {
      const type = types.get(draft.get('rack_type') ?? '');
      if (type) for (const [index, name] of fromType.entries()) draft.set(name, type[index] ?? null);
    }
  },

  async saved(drafts, context) {
    const moved = drafts.filter((draft) => !draft.isNew && (draft.changed('site') || draft.changed('location')));
    if (moved.length === 0) return;
    await context.rows(
      `update dcim_device d set site_id = r.site_id, location_id = r.location_id
       from dcim_rack r where r.id = d.rack_id and r.id = any($1)`,
      [`{${moved.map(({ key }) => key).join(',')}}`],
    );
  },
};

/** From the lowest unit to the upper edge of the device at the highest one, by rack. */
async function mountedSpans(
  drafts: readonly Draft[],
  context: WriteContext,
): Promise<ReadonlyMap<string, { bottom: number; top: number }>> {
  const stored = drafts.filter(({ isNew }) => !isNew);
  if (stored.length === 0) return new Map();
  const rows = await context.rows(
    `select d.rack_id, min(d.position), (array_agg(d.position + t.u_height order by d.position desc))[1]
     from dcim_device d join dcim_devicetype t on t.id = d.device_type_id
     where d.rack_id = any($1) and d.position is not null group by 1`,
    [`{${stored.map(({ key }) => key).join(',')}}`],
  );
  return new Map(rows.map(([rack, bottom, top]) => [rack!, { bottom: Number(bottom), top: Number(top) }]));
}

/** Racks become what their type becomes. */
export const rackTypeRules: ModelRules = {
  async saved(drafts, context) {
    const keys = drafts.flatMap((draft) => (draft.isNew ? [] : [draft.key!]));
    if (keys.length === 0) return;
    const model = context.registry.get('dcim.rack');
    const racks = await context.rows('select id from dcim_rack where rack_type_id = any($1) order by id', [
      `{${keys.join(',')}}`,
    ]);
    const stored = await storedRows(
      context,
      model,
      racks.map(([key]) => key!),
      { lock: true },
    );
    await save(
      context,
      model,
      [...stored].map(([key, before], position) => new NewDraft({ model, position, input: {}, key, before })),
    );
  },
};
