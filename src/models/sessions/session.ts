import { dateTime } from '#fields/date-time/date-time.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { text } from '#fields/text/text.ts';
import { model } from '#registry/model.ts';

export const session = model('sessions.session', {
  key: 'none',
  className: 'Session',
  description: 'Somebody’s login in a browser, until it expires or is ended.',
  table: 'django_session',
  fields: {
    session_key: text({ unique: true, max: 40, filter: false }),
    session_data: longText(),
    expire_date: dateTime({ index: true, filter: false }),
  },
  graphql: false,
});
