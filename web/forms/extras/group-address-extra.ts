import { text } from '../../texts/text.ts';
import { borrowedBody, borrowedFields } from './borrowed.ts';
import type { FormExtra } from './form-extra.ts';

const address = 'ipam.ipaddress';
const prefix = 'ip_';

/** The role of a group's address, where its protocol is one of its own; else it is a virtual one. */
const roles: Readonly<Record<string, string>> = {
  vrrp2: 'vrrp',
  vrrp3: 'vrrp',
  hsrp: 'hsrp',
  glbp: 'glbp',
  carp: 'carp',
};

/** A new redundancy group with its virtual address. */
export const groupAddressExtra: FormExtra = {
  uses: [address],
  fields: ([form]) =>
    borrowedFields(form!, { names: ['address', 'vrf', 'status'], prefix, group: text('form.virtualAddress') }),
  async steps({ form, held, self, isNew }) {
    if (!isNew || !String(held[`${prefix}address`] ?? '').trim()) return [];
    const { json, fields } = borrowedBody(form.fields, held, prefix);
    const role = roles[String(held.protocol)] ?? 'vip';
    const body = { ...json, role, assigned_object_type: form.model, assigned_object_id: self };
    return [{ model: address, body, fields }];
  },
};
