import { array } from '#fields/array/array.ts';
import { computed } from '#fields/computed/computed.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { behaviour } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { serviceProtocol } from './choices.ts';

export const serviceTemplate = model('ipam.servicetemplate', {
  features: standard,
  rest: 'ipam/service-templates',
  className: 'ServiceTemplate',
  description: 'A protocol and ports that services are made from.',
  label: 'application service template',
  ordering: ['name'],
  display: '{name}',
  brief: 'name port_mappings description',
  quickSearch: ['name', 'description'],
  filters: {
    port_mappings: behaviour('filterPortMappings', 'text', { lookups: ['n'] }),
    protocol: behaviour('filterProtocolNoop', 'multipleChoice', { choices: serviceProtocol, lookups: ['n'] }),
    port: behaviour('filterNoop', 'number', { lookups: ['n', 'gt', 'gte', 'lt', 'lte'] }),
  },
  list: {
    columns: 'pk id name ports description comments tags created last_updated',
    default: 'pk name ports description',
  },
  indexes: [{ name: 'ipam_servic_port_ma_39e070_gin', fields: ['port_mappings'], method: 'gin' }],
  fields: {
    name: text({ unique: true, search: 100, max: 100 }),
    port_mappings: array(text({ max: 63 }), {
      blank: true,
      default: [],
      clone: true,
      form: { widget: 'portMappings', required: true },
    }),
    protocol: computed('protocol', 'any', { choices: serviceProtocol, rest: { allowBlank: false, allowNull: true } }),
    ports: computed('ports', 'any', { rest: { options: 'list', allowNull: true } }),
    description: text({ blank: true, clone: true, search: 500, max: 200 }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
  },
  graphql: {
    fields: 'protocol:String ports:[Int!]',
    filters:
      'protocol=rest(protocol):[ServiceProtocolEnum!] port=rest(port):[Int!] port__gt=rest(port__gt):[Int!] port__gte=rest(port__gte):[Int!] port__lt=rest(port__lt):[Int!] port__lte=rest(port__lte):[Int!] port_mappings=rest(port_mappings):[String!]',
  },
});
