import { text } from '../../texts/text.ts';
import type { FormExtra } from './form-extra.ts';

const name = 'mac_address';

/** A new interface with its primary MAC address. */
export const macExtra: FormExtra = {
  fields: () => [
    { name, label: text('form.macAddress'), widget: 'mac', extra: true, only: 'create', before: 'primary_mac_address' },
  ],
  async steps({ form, held, self, isNew }) {
    const given = String(held[name] ?? '').trim();
    if (!isNew || !given) return [];
    const body = { mac_address: given, assigned_object_type: form.model, assigned_object_id: self };
    return [
      { model: 'dcim.macaddress', body, fields: { mac_address: name } },
      {
        model: form.model,
        id: self,
        body: { primary_mac_address: { $step: 1 } },
        fields: { primary_mac_address: name },
      },
    ];
  },
};
