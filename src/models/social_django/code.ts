import { boolean } from '#fields/boolean/boolean.ts';
import { dateTime } from '#fields/date-time/date-time.ts';
import { email } from '#fields/email/email.ts';
import { text } from '#fields/text/text.ts';
import { model } from '#registry/model.ts';

export const code = model('social_django.code', {
  className: 'Code',
  description: 'A code sent by mail to prove an address.',
  table: 'social_auth_code',
  constraints: [{ name: '', fields: ['email', 'code'] }],
  fields: {
    email: email({ filter: false }),
    code: text({ max: 32, index: true, filter: false }),
    verified: boolean({ default: false, filter: false }),
    timestamp: dateTime({ blank: true, editable: false, index: true, filter: false }),
  },
  graphql: false,
});
