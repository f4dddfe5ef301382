import { json } from '#fields/json/json.ts';
import { oneToOne } from '#fields/relation/relation.ts';
import { model } from '#registry/model.ts';

export const dashboard = model('extras.dashboard', {
  public: true,
  className: 'Dashboard',
  description: 'What a user has on the first page.',
  brief: '',
  without: ['url', 'display_url', 'display'],
  database: {
    names: {
      extras_dashboard_user_id_f1e1278b_fk_users_user_id: 'extras_dashboard_user_id_f1e1278b_fk_auth_user_id',
    },
  },
  fields: {
    layout: json({ default: [] }),
    config: json({ default: {} }),
    user: oneToOne('users.user', { relatedName: 'dashboard', rest: false, filter: false }),
  },
  graphql: false,
});
