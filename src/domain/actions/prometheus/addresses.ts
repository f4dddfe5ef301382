import type { Action } from '#operations/action.ts';
import { customFieldFacts } from './custom-field-facts.ts';
import { factsOf, tagFacts } from './facts-by-object.ts';
import { tenantColumns, tenantJoins } from './host-facts.ts';
import { labels } from './labels.ts';
import { listedKeys } from './listed-keys.ts';

/** IP addresses as targets: by their DNS name where they have one. */
export const addressTargets: Action = {
  path: 'plugins/prometheus-sd/ip-addresses',
  methods: ['GET'],
  async run(request) {
    const { context } = request;
    const ids = await listedKeys(request, 'ipam.ipaddress');
    const [facts, tags] = await Promise.all([
      factsOf(context, {
        ids,
        from: `ipam_ipaddress t${tenantJoins}`,
        columns: {
          ip: 'host(t.address)',
          status: 't.status',
          role: 't.role',
          dns: 't.dns_name',
          custom: 't.custom_field_data',
          ...tenantColumns,
        },
      }),
      tagFacts(context, 'ipam.ipaddress', ids),
    ]);
    const targets = ids.map((id) => {
      const { custom, dns, ...known } = facts.get(id) ?? {};
      return {
        targets: [dns || (known.ip ?? '')],
        labels: labels({
          ...known,
          model: 'IPAddress',
          id,
          ...tags.get(id),
          ...customFieldFacts(custom ?? null),
        }),
      };
    });
    return { status: 200, json: JSON.stringify(targets) };
  },
};
