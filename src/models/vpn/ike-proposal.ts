import { choice, numberChoice } from '#fields/choice/choice.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { integer } from '#fields/integer/integer.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { related } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { authenticationAlgorithm, authenticationMethod, dhGroup, encryptionAlgorithm } from './choices.ts';

export const ikeProposal = model('vpn.ikeproposal', {
  features: standard,
  rest: 'vpn/ike-proposals',
  className: 'IKEProposal',
  description: 'Algorithms that IKE may agree upon in its first phase.',
  label: 'IKE proposal',
  ordering: ['name'],
  display: '{name}',
  brief: 'name description',
  quickSearch: ['name', 'description', 'comments'],
  filters: {
    ike_policy_id: related('ike_policies'),
    ike_policy: related('ike_policies', { by: 'name' }),
  },
  list: {
    columns:
      'pk id name authentication_method encryption_algorithm authentication_algorithm group sa_lifetime description comments tags created last_updated',
    default:
      'pk name authentication_method encryption_algorithm authentication_algorithm group sa_lifetime description',
  },
  fields: {
    name: text({ unique: true, search: 100, natural: true, max: 100 }),
    description: text({ blank: true, search: 500, max: 200 }),
    authentication_method: choice(authenticationMethod, { max: Infinity, clone: true }),
    encryption_algorithm: choice(encryptionAlgorithm, { max: Infinity, clone: true }),
    authentication_algorithm: choice(authenticationAlgorithm, {
      max: Infinity,
      null: true,
      blank: true,
      clone: true,
      rest: { allowBlank: false, allowNull: false },
    }),
    group: numberChoice(dhGroup, {
      clone: true,
      bits: 16,
      positive: true,
      filter: { lookups: ['n', 'ic', 'nic', 'iew', 'niew', 'isw', 'nisw', 'ie', 'nie', 'regex', 'iregex'] },
    }),
    sa_lifetime: integer({ null: true, blank: true, clone: true, positive: true }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
  },
  graphql: { fields: 'ike_policies', filters: 'ike_policies:IKEPolicyFilter' },
});
