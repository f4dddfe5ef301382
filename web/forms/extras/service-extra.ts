import { text } from '../../texts/text.ts';
import { toReference } from '../fields/reference.ts';
import type { FormExtra } from './form-extra.ts';

const template = 'ipam.servicetemplate';
const name = 'service_template';

/** A new service may take its name and ports from a template. */
export const serviceExtra: FormExtra = {
  fields: () => [
    {
      name,
      label: text('form.serviceTemplate'),
      help: text('form.helpServiceTemplate'),
      widget: 'relation',
      model: template,
      nullable: true,
      extra: true,
      only: 'create',
      before: 'name',
    },
  ],
  follow({ name: given, value, held, get }) {
    const chosen = given === name ? toReference(value) : null;
    if (!chosen) return undefined;
    return get(template, chosen.id).then(({ name: called, port_mappings, description }) => ({
      name: called,
      port_mappings,
      ...(held.description ? {} : { description }),
    }));
  },
};
