import { dateTime } from '#fields/date-time/date-time.ts';
import { json } from '#fields/json/json.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { text } from '#fields/text/text.ts';
import { model } from '#registry/model.ts';

export const userSocialAuth = model('social_django.usersocialauth', {
  className: 'UserSocialAuth',
  description: 'The account at an identity provider that a user logs in with.',
  table: 'social_auth_usersocialauth',
  constraints: [
    { name: '', fields: ['provider', 'uid'] },
    { name: 'user_social_auth_uid_required', check: "NOT uid = ''" },
  ],
  fields: {
    user: foreignKey('users.user', { relatedName: 'social_auth', filter: false }),
    provider: text({ max: 32, filter: false }),
    uid: text({ max: 255, index: true, filter: false }),
    extra_data: json({ blank: true, default: {} }),
    created: dateTime({ blank: true, editable: false, filter: false }),
    modified: dateTime({ blank: true, editable: false, filter: false }),
  },
  graphql: false,
});
