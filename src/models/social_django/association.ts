import { integer } from '#fields/integer/integer.ts';
import { text } from '#fields/text/text.ts';
import { model } from '#registry/model.ts';

export const association = model('social_django.association', {
  className: 'Association',
  description: 'A secret agreed upon with an OpenID provider.',
  table: 'social_auth_association',
  constraints: [{ name: '', fields: ['server_url', 'handle'] }],
  fields: {
    server_url: text({ max: 255, filter: false }),
    handle: text({ max: 255, filter: false }),
    secret: text({ max: 255, filter: false }),
    issued: integer({ filter: false }),
    lifetime: integer({ filter: false }),
    assoc_type: text({ max: 64, filter: false }),
  },
  graphql: false,
});
