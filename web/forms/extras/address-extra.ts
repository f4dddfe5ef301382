import { text } from '../../texts/text.ts';
import type { GenericValue } from '../fields/generic-input.tsx';
import { toReference } from '../fields/reference.ts';
import type { FullForm } from '../full-form.ts';
import type { ExtraField, FormExtra, GetObject } from './form-extra.ts';

const assigned = 'assigned_object';
const primary = 'primary_for_parent';
const outOfBand = 'oob_for_parent';

/** An address of an interface may be made the primary or the out-of-band one of its device or machine. */
export const addressExtra: FormExtra = {
  fields: () => [
    flag(primary, assigned, text('form.primaryForParent'), ['dcim.interface', 'virtualization.vminterface']),
    flag(outOfBand, primary, text('form.oobForParent'), ['dcim.interface']),
  ],
  async fill({ form, object, get }) {
    const id = Number(object.assigned_object_id);
    const parent = await parentOf(form, { type: String(object.assigned_object_type), object: { id } }, get);
    if (!parent) return {};
    const { primary_ip4, primary_ip6, oob_ip } = await get(parent.model, parent.id);
    const isIt = (held: unknown) => toReference(held)?.id === object.id;
    return { [primary]: isIt(primary_ip4) || isIt(primary_ip6), [outOfBand]: isIt(oob_ip) };
  },
  async steps({ form, held, filled, self, get }) {
    const body: Record<string, unknown> = {};
    const isChanged = (name: string) => (held[name] === true) !== (filled[name] === true);
    const version = String(held.address).includes(':') ? 6 : 4;
    if (isChanged(primary)) body[`primary_ip${version}`] = held[primary] ? self : null;
    const value = held[assigned] as GenericValue;
    if (isChanged(outOfBand) && value.type === 'dcim.interface') body.oob_ip = held[outOfBand] ? self : null;
    const parent = Object.keys(body).length > 0 ? await parentOf(form, value, get) : undefined;
    if (!parent) return [];
    return [{ ...parent, body, fields: { primary_ip4: primary, primary_ip6: primary, oob_ip: outOfBand } }];
  },
};

function flag(name: string, after: string, label: string, values: readonly string[]): ExtraField {
  return { name, label, widget: 'boolean', extra: true, after, when: { field: assigned, values } };
}

/** What the interface is part of. */
async function parentOf(form: FullForm, { type, object }: GenericValue, get: GetObject) {
  const types = form.fields.find(({ name }) => name === assigned)?.generic?.types;
  const within = types?.find(({ model }) => model === type)?.within;
  if (!within || !object) return undefined;
  const id = toReference((await get(type, object.id))[within.field])?.id;
  return id === undefined ? undefined : { model: within.model, id };
}
