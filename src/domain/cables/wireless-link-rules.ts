import { flatChoices } from '#fields/choice-set.ts';
import { interfaceType } from '#models/dcim/choices/interface-type.ts';
import { Draft } from '#operations/write/draft.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import { storedRows } from '#operations/write/stored.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import { isWireless } from './cannot-be-cabled.ts';
import { fillMetres } from './metres.ts';
import { retrace } from './paths/retrace.ts';

const sides = ['interface_a', 'interface_b'] as const;
const note = 'wireless interfaces';

/** Type and device of an interface. */
type Facts = readonly [type: string, device: string];

/** Wireless links: told to the interfaces at both ends, and paths between these. */
export const wirelessLinkRules: ModelRules = {
  async prepare(drafts, context) {
    const facts = await interfaceFacts(drafts, context);
    for (const draft of drafts) draft.notes.set(note, facts);
  },

  validate(drafts) {
    for (const draft of drafts) {
      const facts = draft.notes.get(note) as ReadonlyMap<string, Facts>;
      for (const side of sides) {
        const [type] = facts.get(draft.get(side)!) ?? [''];
        if (isWireless(type)) continue;
        const label = flatChoices(interfaceType).find(([value]) => value === type)?.[1] ?? type;
        draft.errors.add(side, `${label} is not a wireless interface.`);
        break;
      }
      if (!draft.errors.any && draft.number('distance') && !draft.get('distance_unit'))
        draft.errors.add('__all__', 'Must specify a unit when setting a distance');
    }
  },

  async derive(drafts, context) {
    const facts = await interfaceFacts(drafts, context);
    for (const draft of drafts) {
      fillMetres(draft, 'distance');
      for (const side of sides) draft.set(`_${side}_device`, facts.get(draft.get(side)!)?.[1] ?? null);
    }
  },

  async saved(drafts, context) {
    await tellInterfaces(drafts, context);
    const type = context.contentTypes.id('dcim.interface');
    const fresh = drafts.filter(({ isNew }) => isNew);
    await retrace(context, { from: fresh.flatMap((draft) => sides.map((side) => `${type}:${draft.get(side)}`)) });
  },

  async deleting(rows, context) {
    // Like NetBox, without the change log.
    await context.rows('update dcim_interface set wireless_link_id = null where wireless_link_id = any($1)', [
      `{${rows.map(({ key }) => key).join(',')}}`,
    ]);
  },

  async deleted(rows, context) {
    const type = context.contentTypes.id('wireless.wirelesslink');
    await retrace(context, { through: rows.map(({ key }) => `${type}:${key}`), lenient: true });
  },
};

async function interfaceFacts(drafts: readonly Draft[], context: WriteContext): Promise<ReadonlyMap<string, Facts>> {
  const rows = await context.rows('select id, type, device_id from dcim_interface where id = any($1)', [
    `{${drafts.flatMap((draft) => sides.map((side) => draft.get(side))).join(',')}}`,
  ]);
  return new Map(rows.map(([id, type, device]) => [id!, [type!, device!] as const]));
}

/** Tells interfaces which link is theirs; NetBox logs that without what was before. */
async function tellInterfaces(links: readonly Draft[], context: WriteContext): Promise<void> {
  const model = context.registry.get('dcim.interface');
  const linkOf = new Map(links.flatMap((link) => sides.map((side) => [link.get(side)!, link.key!] as const)));
  const stored = await storedRows(context, model, [...linkOf.keys()], { lock: true });
  const told = [...stored].filter(([key, before]) => before.get('wireless_link_id') !== linkOf.get(key));
  if (told.length === 0) return;
  const keys = told.map(([key]) => key);
  await context.rows(
    `update dcim_interface t set wireless_link_id = v.link, last_updated = $3::timestamptz,
       _site_id = d.site_id, _location_id = d.location_id, _rack_id = d.rack_id
     from unnest($1::bigint[], $2::bigint[]) v(id, link), dcim_device d where t.id = v.id and d.id = t.device_id`,
    [`{${keys.join(',')}}`, `{${keys.map((key) => linkOf.get(key)).join(',')}}`, context.now],
  );
  for (const [position, [key, before]] of told.entries())
    context.changes.noteUpdate(new Draft({ model, position, input: {}, key, before }));
  await context.changes.close(model, keys, context);
}
