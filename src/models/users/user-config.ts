import { json } from '#fields/json/json.ts';
import { oneToOne } from '#fields/relation/relation.ts';
import { model } from '#registry/model.ts';

export const userConfig = model('users.userconfig', {
  rest: 'users/config',
  actionsOnly: true,
  public: false,
  className: 'UserConfig',
  description: 'A user’s preferences.',
  label: 'user preferences',
  plural: 'user preferences',
  ordering: ['user'],
  database: {
    names: {
      users_userconfig_user_id_afd44184_fk_users_user_id: 'users_userconfig_user_id_afd44184_fk_auth_user_id',
    },
  },
  fields: {
    user: oneToOne('users.user', { relatedName: 'config', filter: false }),
    data: json({ default: {} }),
  },
  graphql: false,
});
