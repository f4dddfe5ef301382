import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { json } from '#fields/json/json.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { model } from '#registry/model.ts';

export const moduleTypeProfile = model('dcim.moduletypeprofile', {
  features: standard,
  rest: 'dcim/module-type-profiles',
  className: 'ModuleTypeProfile',
  description: 'A class of modules, and the attributes that its types have.',
  ordering: ['name'],
  display: '{name}',
  brief: 'name description',
  quickSearch: ['name', 'description', 'comments'],
  list: {
    columns: 'pk id name description comments tags created last_updated',
    default: 'pk name description attributes',
  },
  fields: {
    name: text({ unique: true, search: 100, max: 100 }),
    description: text({ blank: true, search: 500, max: 200 }),
    schema: json({ null: true, blank: true, clone: true }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
  },
  graphql: { fields: 'module_types()=none:[ModuleType!]!', filters: '-schema' },
});
