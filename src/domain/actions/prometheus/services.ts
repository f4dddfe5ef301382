import type { Action, ActionRequest } from '#operations/action.ts';
import { compare } from '#query/compare.ts';
import { and, type Condition, or } from '#query/tree.ts';
import { customFieldFacts } from './custom-field-facts.ts';
import { type FactsByKey, factsOf, tagFacts } from './facts-by-object.ts';
import { parentFacts } from './host-facts.ts';
import { labels } from './labels.ts';
import { listedKeys } from './listed-keys.ts';

const name = 'ipam.service';

/** `tenant` and `tenant_id` mean the tenant of the host that the service runs on. */
function tenantCondition({ context: { registry }, query }: ActionRequest): Condition {
  const model = registry.get(name);
  const of = (parameter: string, path: string) => {
    const values = query.getAll(parameter).filter(Boolean);
    if (values.length === 0) return [];
    const hosts = ['device', 'virtual_machine'];
    return [or(...hosts.map((host) => compare({ registry, model, path: `${host}.tenant.${path}` }, 'exact', values)))];
  };
  return and(...of('tenant', 'slug'), ...of('tenant_id', 'id'));
}

/** Services as targets, with what is known of the hosts that they run on. */
export const serviceTargets: Action = {
  path: 'plugins/prometheus-sd/services',
  methods: ['GET'],
  async run(request) {
    const { context } = request;
    const model = context.registry.get(name);
    const ids = await listedKeys(request, name, tenantCondition(request));
    const [facts, tags, lines, ports] = await Promise.all([
      factsOf(context, {
        ids,
        from: 'ipam_service t',
        columns: {
          name: 't.name',
          custom: 't.custom_field_data',
          type: 't.parent_object_type_id',
          host: 't.parent_object_id',
          ipaddresses: `(select string_agg(host(a.address), ',' order by a.id) from ipam_service_ipaddresses s
            join ipam_ipaddress a on a.id = s.ipaddress_id where s.service_id = t.id)`,
        },
      }),
      tagFacts(context, name, ids),
      context.load(context.shapes.of(model, 'display'), ids),
      context.load(context.shapes.only(model, new Set(['ports'])), ids),
    ]);
    const parents = await parentsOf(request, [...facts.values()]);
    const targets = ids.map((id) => {
      const { custom, type, host, ...known } = facts.get(id) ?? {};
      const { ports: numbers } = JSON.parse(ports.get(id) ?? '{}') as { ports?: readonly number[] | null };
      return {
        targets: [known.name ?? ''],
        labels: labels({
          ...known,
          id,
          display: lines.get(id),
          ports: numbers?.join(','),
          ...tags.get(id),
          ...parents.get(`${type}`)?.get(`${host}`),
          ...customFieldFacts(custom ?? null),
        }),
      };
    });
    return { status: 200, json: JSON.stringify(targets) };
  },
};

/** Facts of the hosts by content type and key; of what is neither device nor virtual machine, its name. */
async function parentsOf(
  { context }: ActionRequest,
  services: readonly Readonly<Record<string, string | null | undefined>>[],
): Promise<ReadonlyMap<string, FactsByKey>> {
  const types = [...new Set(services.flatMap(({ type }) => type ?? []))];
  const found = await Promise.all(
    types.map(async (type): Promise<[string, FactsByKey]> => {
      const model = context.contentTypes.name(type) ?? '';
      const ids = [...new Set(services.flatMap((one) => (one.type === type ? (one.host ?? []) : [])))];
      if (model === 'dcim.device' || model === 'virtualization.virtualmachine')
        return [type, await parentFacts(context, model, ids)];
      const other = context.registry.find(model);
      if (!other) return [type, new Map()];
      const lines = await context.load(context.shapes.of(other, 'display'), ids);
      return [type, new Map([...lines].map(([id, parent]) => [id, { parent }]))];
    }),
  );
  return new Map(found);
}
