import { integer } from '#fields/integer/integer.ts';
import { text } from '#fields/text/text.ts';
import { model } from '#registry/model.ts';

export const nonce = model('social_django.nonce', {
  className: 'Nonce',
  description: 'A number that an identity provider used once.',
  table: 'social_auth_nonce',
  constraints: [{ name: '', fields: ['server_url', 'timestamp', 'salt'] }],
  fields: {
    server_url: text({ max: 255, filter: false }),
    timestamp: integer({ filter: false }),
    salt: text({ max: 65, filter: false }),
  },
  graphql: false,
});
