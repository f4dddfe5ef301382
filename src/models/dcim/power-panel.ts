import { relatedCount } from '#fields/computed/computed.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { tree } from '#registry/filter.ts';
import { model } from '#registry/model.ts';

export const powerPanel = model('dcim.powerpanel', {
  features: [...standard, 'contacts', 'imageAttachments'],
  rest: 'dcim/power-panels',
  className: 'PowerPanel',
  description: 'A distribution panel that power feeds come from.',
  ordering: ['site', 'name'],
  display: '{name}',
  brief: 'name description powerfeed_count',
  quickSearch: ['name', 'description'],
  filters: {
    region_id: tree('site.region'),
    region: tree('site.region', { by: 'slug' }),
    site_group_id: tree('site.group'),
    site_group: tree('site.group', { by: 'slug' }),
  },
  list: {
    columns: 'pk id name site location powerfeed_count contacts description comments tags created last_updated',
    default: 'pk name site location powerfeed_count',
  },
  constraints: [{ name: 'dcim_powerpanel_unique_site_name', fields: ['site', 'name'] }],
  fields: {
    site: foreignKey('dcim.site', {
      onDelete: 'protect',
      relatedName: 'powerpanel_set',
      form: { narrow: { region: 'many: region', site_group: 'many: group' } },
    }),
    location: foreignKey('dcim.location', {
      null: true,
      blank: true,
      onDelete: 'protect',
      relatedName: 'powerpanel_set',
      filter: { by: false },
      rest: { absent: null },
    }),
    name: text({ search: 100, natural: true, max: 100 }),
    description: text({ blank: true, search: 500, max: 200 }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    powerfeed_count: relatedCount('dcim.powerfeed', 'power_panel'),
    created: created(),
    last_updated: lastUpdated(),
  },
  graphql: { fields: 'powerfeeds -image_attachments', filters: 'location_id:TreeNodeFilter' },
});
