import { boolean } from '#fields/boolean/boolean.ts';
import { choice } from '#fields/choice/choice.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { integer } from '#fields/integer/integer.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey, genericReverse } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { model } from '#registry/model.ts';
import { webhookHttpMethod } from './choices.ts';

export const webhook = model('extras.webhook', {
  features: ['changeLogging', 'customFields', 'customValidation', 'eventRules', 'exportTemplates', 'tags'],
  rest: 'extras/webhooks',
  className: 'Webhook',
  description: 'A request sent elsewhere when something happens.',
  ordering: ['name'],
  display: '{name}',
  brief: 'name description',
  quickSearch: ['name', 'description', 'payload_url'],
  list: {
    columns:
      'pk id name http_method payload_url http_content_type secret ssl_verification ca_file_path timeout description tags created last_updated',
    default: 'pk name http_method payload_url description',
  },
  form: {
    '': 'name',
    Request: 'payload_url http_method http_content_type timeout additional_headers body_template secret',
    TLS: 'ssl_verification ca_file_path',
  },
  fields: {
    name: text({ unique: true, search: 100, max: 150 }),
    description: text({ blank: true, search: 500, max: 200 }),
    payload_url: text({ label: 'URL', max: 500, filter: { lookup: 'icontains', lookups: false } }),
    http_method: choice(webhookHttpMethod, { plain: true, default: 'POST', max: 30 }),
    http_content_type: text({ default: 'application/json', max: 100 }),
    additional_headers: longText({ blank: true }),
    body_template: longText({ blank: true }),
    secret: text({ blank: true, max: 255 }),
    ssl_verification: boolean({ default: true }),
    ca_file_path: text({ null: true, blank: true, max: 4096 }),
    timeout: integer({ null: true, blank: true, bits: 16, positive: true, minimum: 1, maximum: 3600 }),
    custom_fields: customFields(),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    tags: tags(),
    created: created(),
    last_updated: lastUpdated(),
    events: genericReverse('extras.eventrule'),
  },
  graphql: { filters: 'timeout:IntFilterLookup' },
});
