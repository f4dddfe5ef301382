import type { Action } from '#operations/action.ts';
import { requireSuperuser } from '../require-superuser.ts';

/** NetBox's plugins, of which there are none here. */
export const installedPlugins: Action = {
  path: 'plugins/installed-plugins',
  methods: ['GET'],
  guard: requireSuperuser,
  async run() {
    return { status: 200, json: '[]' };
  },
};
