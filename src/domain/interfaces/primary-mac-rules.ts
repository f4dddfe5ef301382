import { forbidden } from '#base/http-error.ts';
import { InvalidValue } from '#fields/parse.ts';
import { accept } from '#operations/write/accept.ts';
import { Draft } from '#operations/write/draft.ts';
import { wholeObject } from '#operations/write/field-errors.ts';
import { resolveReferences } from '#operations/write/references.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import { save } from '#operations/write/save.ts';
import { savePermitted } from '#operations/write/save-permitted.ts';
import { storedRows } from '#operations/write/stored.ts';
import { validate } from '#operations/write/validate.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import { relatedRows } from '../rules/related-rows.ts';

/** The address that a request gives as `mac_address`: null takes the primary one away. */
const note = 'primary MAC address';
const given = (draft: Draft) => draft.notes.get(note) as string | null | undefined;
const addresses = 'dcim.macaddress';

/**
 * The primary MAC address of an interface: one of its own, named by `primary_mac_address`; or given as a text in
 * `mac_address`, which finds it among the interface's or makes it.
 */
export const primaryMacRules: ModelRules = {
  async prepare(drafts, context) {
    for (const draft of drafts) if (draft.given('mac_address')) readText(draft, context);
    const asking = drafts.filter((draft) => given(draft) !== undefined && draft.given('primary_mac_address'));
    const primary = await relatedRows(asking, context, { relation: 'primary_mac_address', select: 't.mac_address' });
    for (const draft of asking)
      if ((primary.get(draft.get('primary_mac_address') ?? '')?.[0] ?? null) !== (given(draft)?.toLowerCase() ?? null))
        draft.errors.add(wholeObject, "The provided 'mac_address' and 'primary_mac_address' values conflict.");
  },

  async validate(drafts, context) {
    const primary = await relatedRows(drafts, context, {
      relation: 'primary_mac_address',
      select: 't.assigned_object_type_id, t.assigned_object_id',
    });
    for (const draft of drafts) {
      const owner = primary.get(draft.get('primary_mac_address') ?? '');
      if (!owner) continue;
      const [type, id] = owner;
      const isOwn = type === context.contentTypes.id(draft.model.name) && id === draft.key;
      if (!isOwn && !(draft.isNew && id === null))
        draft.errors.add(
          wholeObject,
          id === null
            ? 'Only a MAC address assigned to this interface can be its primary MAC address.'
            : 'The MAC address is assigned to a different interface.',
        );
    }
  },

  async saved(drafts, context) {
    await claim(
      drafts.filter((draft) => draft.isNew && draft.get('primary_mac_address') !== null),
      context,
    );
    const asking = drafts.filter((draft) => given(draft) !== undefined && !(draft.isNew && given(draft) === null));
    if (asking.length > 0) await makePrimary(asking, context);
  },
};

function readText(draft: Draft, context: WriteContext): void {
  const value = draft.input.mac_address;
  if (value === null) {
    draft.notes.set(note, null);
    return;
  }
  if (typeof value !== 'string' && typeof value !== 'number') {
    draft.errors.add('mac_address', 'Not a valid string.');
    return;
  }
  if (String(value).trim() === '') {
    draft.errors.add('mac_address', 'This field may not be blank.');
    return;
  }
  const field = context.registry.get(addresses).fields.get('mac_address')!;
  try {
    draft.notes.set(note, field.kind.parse(field, String(value).trim()));
  } catch (error) {
    if (!(error instanceof InvalidValue)) throw error;
    draft.errors.add('mac_address', 'Enter a valid MAC address (e.g. 00:11:22:33:44:55).');
  }
}

/** An address that was nobody's belongs to the new interface that names it; NetBox logs that without what was before. */
async function claim(drafts: readonly Draft[], context: WriteContext): Promise<void> {
  if (drafts.length === 0) return;
  const model = context.registry.get(addresses);
  const owners = new Map(drafts.map((draft) => [draft.get('primary_mac_address')!, draft.key!]));
  const stored = await storedRows(context, model, [...owners.keys()], { lock: true });
  await context.rows(
    `update dcim_macaddress a set assigned_object_type_id = $1, assigned_object_id = v.owner, last_updated = $4::timestamptz
     from unnest($2::bigint[], $3::bigint[]) v(id, owner) where a.id = v.id`,
    [
      context.contentTypes.id(drafts[0]!.model.name)!,
      `{${[...owners.keys()].join(',')}}`,
      `{${[...owners.values()].join(',')}}`,
      context.now,
    ],
  );
  for (const [position, [key, before]] of [...stored].entries())
    context.changes.noteUpdate(new Draft({ model, position, input: {}, key, before }));
  await context.changes.close(model, [...owners.keys()], context);
}

/** Finds or makes the addresses, and names them: a change of the interfaces by itself, as in NetBox's change log. */
async function makePrimary(drafts: readonly Draft[], context: WriteContext): Promise<void> {
  const { model } = drafts[0]!;
  const keys = drafts.map(({ key }) => key!);
  await context.changes.close(model, keys, context);
  const found = await ownMacs(drafts, context);
  const stored = await storedRows(context, model, keys, { lock: true });
  const changed = drafts.flatMap((draft, position) => {
    const before = stored.get(draft.key!)!;
    const next = new Draft({ model, position, input: {}, key: draft.key!, before });
    next.set('primary_mac_address', found.get(draft.key!) ?? null);
    return next.changed('primary_mac_address') ? [next] : [];
  });
  await save(context, model, changed);
}

/** Keys of the interfaces' addresses, by interface; those that are missing are made. */
async function ownMacs(interfaces: readonly Draft[], context: WriteContext): Promise<Map<string, string>> {
  const asking = interfaces.filter((draft) => given(draft) !== null);
  const owner = interfaces[0]!.model.name;
  const rows = await context.rows(
    `select v.owner, min(a.id) from unnest($2::bigint[], $3::macaddr[]) v(owner, mac) join dcim_macaddress a
       on a.assigned_object_type_id = $1 and a.assigned_object_id = v.owner and a.mac_address = v.mac group by v.owner`,
    [
      context.contentTypes.id(owner)!,
      `{${asking.map(({ key }) => key).join(',')}}`,
      `{${asking.map((draft) => given(draft)).join(',')}}`,
    ],
  );
  const found = new Map(rows.map(([key, mac]) => [key!, mac!]));
  const missing = asking.filter(({ key }) => !found.has(key!));
  if (missing.length === 0) return found;

  const model = context.registry.get(addresses);
  if (context.permits(model, 'add').op === 'never') throw forbidden();
  const made = missing.map(
    (draft, position) =>
      new Draft({
        model,
        position,
        input: { mac_address: given(draft), assigned_object_type: owner, assigned_object_id: Number(draft.key) },
      }),
  );
  await resolveReferences(
    made.flatMap((draft) => accept(draft, context, { partial: false })),
    context,
  );
  await validate(context, model, made);
  await savePermitted(context, made, { model, action: 'add', bulk: missing.length > 1, verb: 'created' });
  for (const [index, { key }] of missing.entries()) found.set(key!, made[index]!.key!);
  return found;
}
