import { json } from '#fields/json/json.ts';
import { oneToOne } from '#fields/relation/relation.ts';
import { model } from '#registry/model.ts';

export const dashboard = model('extras.dashboard', {
  className: 'Dashboard',
  brief: '',
  without: ['url', 'display_url', 'display'],
  fields: {
    layout: json({ default: [] }),
    config: json({ default: {} }),
    user: oneToOne('users.user', { relatedName: 'dashboard', rest: false, filter: false }),
  },
});
