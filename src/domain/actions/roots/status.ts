import { hostname } from 'node:os';
import { netboxVersion, patchbayVersion } from '#base/version.ts';
import { liveWorkers } from '#jobs/workers.ts';
import type { Action } from '#operations/action.ts';

/**
 * `/api/status/`: what is running, under NetBox's keys, and our own version. Clients compare the versions of NetBox and
 * what it runs on; where we have no such part, the one of NetBox 4.7.3 stands for what we are compatible with.
 */
export const status: Action = {
  path: 'status',
  methods: ['GET'],
  async run({ settings, sql }) {
    return {
      status: 200,
      json: JSON.stringify({
        'django-version': '6.1.2',
        hostname: settings.HOSTNAME || hostname(),
        installed_apps: {},
        'netbox-version': netboxVersion,
        'netbox-full-version': netboxVersion,
        plugins: {},
        'python-version': '3.12.1',
        'rq-workers-running': (await liveWorkers(sql)).length,
        'patchbay-version': patchbayVersion,
      }),
    };
  },
};
