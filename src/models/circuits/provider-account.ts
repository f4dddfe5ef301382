import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { model } from '#registry/model.ts';

export const providerAccount = model('circuits.provideraccount', {
  features: [...standard, 'contacts'],
  rest: 'circuits/provider-accounts',
  className: 'ProviderAccount',
  description: 'A contract or customer number with a provider.',
  ordering: ['provider', 'account'],
  display: ['{account} ({name})', '{account}'],
  brief: 'name account description',
  shapes: { nested: 'display_url name account' },
  quickSearch: ['name', 'description', 'account', 'comments'],
  list: {
    columns: 'pk id account name provider circuit_count comments contacts tags created last_updated',
    default: 'pk account name provider circuit_count',
  },
  constraints: [
    { name: 'circuits_provideraccount_unique_provider_account', fields: ['provider', 'account'] },
    { name: 'circuits_provideraccount_unique_provider_name', fields: ['provider', 'name'], where: "NOT (name = '')" },
  ],
  fields: {
    provider: foreignKey('circuits.provider', { clone: true, onDelete: 'protect', relatedName: 'accounts' }),
    name: text({ blank: true, search: 100, max: 100, rest: { absent: '' } }),
    account: text({ label: 'Account ID', search: 200, max: 100 }),
    description: text({ blank: true, max: 200 }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
  },
  graphql: { fields: 'circuits' },
});
