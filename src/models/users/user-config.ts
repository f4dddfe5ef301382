import { json } from '#fields/json/json.ts';
import { oneToOne } from '#fields/relation/relation.ts';
import { model } from '#registry/model.ts';

export const userConfig = model('users.userconfig', {
  rest: 'users/config',
  className: 'UserConfig',
  label: 'user preferences',
  plural: 'user preferences',
  ordering: ['user'],
  fields: {
    user: oneToOne('users.user', { relatedName: 'config', filter: false }),
    data: json({ default: {} }),
  },
});
