import { DeletionRefused } from '#operations/write/deletion-refused.ts';
import type { Deleted, ModelRules } from '#operations/write/rules.ts';
import type { WriteContext } from '#operations/write/write-context.ts';

/** Tenants stay when their group goes, without one; names and slugs must still be theirs alone. */
export const tenantGroupRules: ModelRules = {
  deleting: refuseClashes,
};

interface Tenant {
  readonly key: string;
  readonly group: string | null;
  readonly name: string;
  readonly slug: string;
}

async function refuseClashes(groups: readonly Deleted[], context: WriteContext): Promise<void> {
  const model = context.registry.get('tenancy.tenant');
  const rows = await context.rows(
    `select id, group_id, name, slug from tenancy_tenant where group_id = any($1) or group_id is null and exists (
       select from tenancy_tenant o where o.group_id = any($1) and (o.name = tenancy_tenant.name or o.slug = tenancy_tenant.slug))`,
    [`{${groups.map(({ key }) => key).join(',')}}`],
  );
  const tenants = rows.map(
    ([key, group, name, slug]): Tenant => ({ key: key!, group: group!, name: name!, slug: slug! }),
  );
  const parents = new Map(groups.map(({ key, columns }) => [key, columns.get('parent_id') ?? null]));
  const ungrouped = tenants.filter(({ group }) => group === null);
  const blockers = new Map<string, { model: typeof model; key: string }[]>();

  // One group after the other, as they go: those before leave their tenants among the ungrouped.
  for (const { key } of groups) {
    if (parents.has(parents.get(key) ?? '')) continue;
    const freed = tenants.filter(({ group }) => isWithin(group, key, parents));
    const all = [...ungrouped, ...freed];
    const clashing = all.filter((one) =>
      all.some((other) => other !== one && (other.name === one.name || other.slug === one.slug)),
    );
    if (clashing.length > 0)
      blockers.set(
        key,
        clashing.map((tenant) => ({ model, key: tenant.key })),
      );
    else ungrouped.push(...freed);
  }
  if (blockers.size > 0)
    throw new DeletionRefused({
      blockers,
      refusals: new Map(),
      text: 'Unable to delete tenant group. Ungrouping its tenants, including those of any nested groups, would create duplicate tenant names or slugs.',
    });
}

/** Whether a group is the other or lies below it. */
function isWithin(group: string | null, root: string, parents: ReadonlyMap<string, string | null>): boolean {
  for (let at: string | null | undefined = group; at; at = parents.get(at)) if (at === root) return true;
  return false;
}
