import { choice } from '#fields/choice/choice.ts';
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
import { authenticationAlgorithm, encryptionAlgorithm } from './choices.ts';

export const ipSecProposal = model('vpn.ipsecproposal', {
  features: standard,
  rest: 'vpn/ipsec-proposals',
  className: 'IPSecProposal',
  description: 'Algorithms that IPSec may agree upon in its second phase.',
  label: 'IPSec proposal',
  ordering: ['name'],
  display: '{name}',
  brief: 'name description',
  quickSearch: ['name', 'description', 'comments'],
  filters: {
    ipsec_policy_id: related('ipsec_policies'),
    ipsec_policy: related('ipsec_policies', { by: 'name' }),
  },
  list: {
    columns:
      'pk id name encryption_algorithm authentication_algorithm sa_lifetime_seconds sa_lifetime_data description comments tags created last_updated',
    default: 'pk name encryption_algorithm authentication_algorithm sa_lifetime_seconds sa_lifetime_data description',
  },
  fields: {
    name: text({ unique: true, search: 100, natural: true, max: 100 }),
    description: text({ blank: true, search: 500, max: 200 }),
    encryption_algorithm: choice(encryptionAlgorithm, {
      max: Infinity,
      null: true,
      blank: true,
      label: 'Encryption',
      clone: true,
      rest: { allowBlank: false, allowNull: false },
    }),
    authentication_algorithm: choice(authenticationAlgorithm, {
      max: Infinity,
      null: true,
      blank: true,
      label: 'Authentication',
      clone: true,
      rest: { allowBlank: false, allowNull: false },
    }),
    sa_lifetime_seconds: integer({
      null: true,
      blank: true,
      label: 'SA lifetime (seconds)',
      clone: true,
      positive: true,
    }),
    sa_lifetime_data: integer({ null: true, blank: true, label: 'SA lifetime (KB)', clone: true, positive: true }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
  },
  graphql: {
    query: 'ipsec_proposal',
    fields: 'ipsec_policies',
    filters:
      'authentication_algorithm:AuthenticationAlgorithmEnumBaseFilterLookupBaseFilterLookup ipsec_policies:IPSecPolicyFilter',
  },
});
