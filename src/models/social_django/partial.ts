import { dateTime } from '#fields/date-time/date-time.ts';
import { integer } from '#fields/integer/integer.ts';
import { json } from '#fields/json/json.ts';
import { text } from '#fields/text/text.ts';
import { model } from '#registry/model.ts';

export const partial = model('social_django.partial', {
  className: 'Partial',
  description: 'A login that waits for something before it goes on.',
  table: 'social_auth_partial',
  fields: {
    token: text({ max: 32, index: true, filter: false }),
    next_step: integer({ default: 0, bits: 16, positive: true, filter: false }),
    backend: text({ max: 32, filter: false }),
    data: json({ default: {} }),
    timestamp: dateTime({ blank: true, editable: false, index: true, filter: false }),
  },
  graphql: false,
});
