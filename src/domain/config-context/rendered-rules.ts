import type { Draft } from '#operations/write/draft.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import { contextModels, forgetWhere, forgetWithinScope } from './forget-rendered.ts';
import { isChanged } from './is-changed.ts';

const keysOf = (drafts: readonly Draft[]): string[] => drafts.flatMap(({ isNew, key }) => (isNew ? [] : [key!]));

/** A config context that changes or goes concerns everything within its scope, before and after. */
export const contextScopeRules: ModelRules = {
  derive: (drafts, context) => forgetWithinScope(context, keysOf(drafts)),
  saved: (drafts, context) =>
    forgetWithinScope(
      context,
      drafts.map(({ key }) => key!),
    ),
  deleting: (rows, context) =>
    forgetWithinScope(
      context,
      rows.map(({ key }) => key),
    ),
};

/** A device or virtual machine whose own facts or tags change is rendered anew. */
export const renderedRules = (fields: readonly string[]): ModelRules => ({
  async derive(drafts, context) {
    const retagged = await tagSteps(drafts, context);
    for (const draft of drafts) {
      const steps = (fields.some((field) => isChanged(draft, field)) ? 1 : 0) + (retagged.get(draft) ?? 0);
      if (steps === 0) continue;
      draft.set('_config_context_data', null);
      draft.set('_config_context_generation', String((draft.number('_config_context_generation') ?? 0) + steps));
    }
  },
});

/**
 * How many steps NetBox takes to give drafts their tags: one to take some away, one to add some. All are cleared, and
 * named ones taken away, whether they were there or not.
 */
async function tagSteps(drafts: readonly Draft[], context: WriteContext): Promise<ReadonlyMap<Draft, number>> {
  const tagging = drafts.filter(({ tags }) => tags.set || tags.add || tags.remove);
  if (tagging.length === 0) return new Map();
  const keys = keysOf(tagging);
  const rows =
    keys.length === 0
      ? []
      : await context.rows(
          'select object_id, tag_id from extras_taggeditem where content_type_id = $1 and object_id = any($2::bigint[])',
          [context.contentTypes.id(tagging[0]!.model.name)!, `{${keys.join(',')}}`],
        );
  const has = new Set(rows.map(([key, tag]) => `${key} ${tag}`));
  return new Map(
    tagging.map((draft) => {
      const { set, add, remove } = draft.tags;
      const own = rows.flatMap(([key, tag]) => (key === draft.key ? [tag!] : []));
      const added = [...(set ?? []), ...(add ?? [])].some((tag) => !has.has(`${draft.key} ${tag}`));
      const taken = set ? set.length === 0 || own.some((tag) => !set.includes(tag)) : (remove?.length ?? 0) > 0;
      return [draft, Number(added) + Number(taken)];
    }),
  );
}

/** What else decides which contexts apply: fields of the model, and how devices and machines (`o`) reach its keys. */
interface Upstream {
  readonly fields: readonly string[];
  readonly device?: string;
  readonly machine?: string;
  /** Whether its deletion empties the relation that leads to it. */
  readonly onDelete?: boolean;
}

const below = (table: string, node: string): string =>
  `exists (select from ${table} n, ${table} t where n.id = any($1::bigint[]) and t.id = (${node}) and t.path <@ n.path)`;
const ofSite = (column: string): string => `select s.${column} from dcim_site s where s.id = o.site_id`;
const both = (where: string): Pick<Upstream, 'device' | 'machine'> => ({ device: where, machine: where });

/** By model: what of it decides which contexts apply to devices and virtual machines. */
const upstream: Readonly<Record<string, Upstream>> = {
  'dcim.site': { fields: ['region', 'group'], ...both('o.site_id = any($1::bigint[])') },
  'dcim.location': {
    fields: ['site', 'parent'],
    device: `o.location_id = any($1::bigint[]) or ${below('dcim_location', 'o.location_id')}`,
  },
  'virtualization.cluster': {
    fields: ['type', 'group', '_site'],
    ...both('o.cluster_id = any($1::bigint[])'),
    onDelete: true,
  },
  'tenancy.tenant': { fields: ['group'], ...both('o.tenant_id = any($1::bigint[])') },
  'tenancy.tenantgroup': {
    fields: [],
    ...both('exists (select from tenancy_tenant t where t.id = o.tenant_id and t.group_id = any($1::bigint[]))'),
    onDelete: true,
  },
  'dcim.region': { fields: ['parent'], ...both(below('dcim_region', ofSite('region_id'))), onDelete: true },
  'dcim.sitegroup': { fields: ['parent'], ...both(below('dcim_sitegroup', ofSite('group_id'))), onDelete: true },
  'dcim.devicerole': { fields: ['parent'], ...both(below('dcim_devicerole', 'o.role_id')) },
  'dcim.platform': { fields: ['parent'], ...both(below('dcim_platform', 'o.platform_id')), onDelete: true },
};

/** Places, roles and their like: whatever is found through them is rendered anew when they move. */
export function upstreamRules(model: string): ModelRules {
  const { fields, device, machine, onDelete } = upstream[model]!;
  const forgetAll = async (context: WriteContext, keys: readonly string[]) => {
    for (const name of contextModels) {
      const where = name === 'dcim.device' ? device : machine;
      if (where) await forgetWhere(context, { model: name, where, keys });
    }
  };
  return {
    saved: (drafts, context) =>
      forgetAll(
        context,
        drafts.flatMap((draft) => (!draft.isNew && fields.some((field) => draft.changed(field)) ? [draft.key!] : [])),
      ),
    ...(onDelete
      ? {
          deleting: (rows, context) =>
            forgetAll(
              context,
              rows.map(({ key }) => key),
            ),
        }
      : {}),
  };
}
