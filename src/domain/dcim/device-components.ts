import type { Draft } from '#operations/write/draft.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import { componentKinds } from './component-kinds.ts';
import { makeComponents } from './make-components.ts';
import { resolvePlaceholders } from './placeholders.ts';
import { readTemplates } from './read-templates.ts';

/** New devices get the components that their type has templates of. */
export const deviceComponents: ModelRules = {
  validate: (drafts, context) =>
    refuseEqualNames(
      drafts.filter(({ isNew }) => isNew),
      context,
    ),

  async saved(drafts, context) {
    const fresh = drafts.filter(({ isNew }) => isNew);
    const types = fresh.map((draft) => draft.get('device_type')!);
    const templates = await readTemplates(componentKinds, { context, owner: 'device_type', types });
    if (templates.length === 0) return;
    // Counts of components are not yet in what NetBox logs.
    await context.changes.close(
      fresh[0]!.model,
      fresh.map(({ key }) => key!),
      context,
    );
    await makeComponents(
      fresh.map((draft) => ({
        key: draft.key!,
        type: draft.get('device_type')!,
        device: draft.key!,
        positions: undefined,
        chassisPosition: chassisPosition(draft),
      })),
      { context, templates, by: 'device_type' },
    );
  },
};

const chassisPosition = (draft: Draft): string | undefined =>
  draft.get('virtual_chassis') === null ? undefined : (draft.get('vc_position') ?? undefined);

/** Names of components that become the same once the device's position in its virtual chassis is put in. */
async function refuseEqualNames(drafts: readonly Draft[], context: WriteContext): Promise<void> {
  if (drafts.length === 0) return;
  const kinds = componentKinds.map(
    (kind) =>
      `select '${kind}' as kind, device_type_id as type, name from dcim_${kind}template where device_type_id = any($1)`,
  );
  const rows = await context.rows(
    `with t as (${kinds.join(' union all ')}) select t.kind, t.type, t.name from t
     where exists (select from t o where o.kind = t.kind and o.type = t.type and o.name like '%{vc\\_position%')`,
    [`{${[...new Set(drafts.map((draft) => draft.get('device_type')))].join(',')}}`],
  );
  if (rows.length === 0) return;
  for (const draft of drafts) {
    const seen = new Set<string>();
    for (const [kind, type, name] of rows) {
      if (type !== draft.get('device_type')) continue;
      const resolved = resolvePlaceholders(name!, { positions: undefined, chassisPosition: chassisPosition(draft) });
      if (seen.has(`${kind} ${resolved}`)) {
        draft.errors.abort(`Component name conflict after resolving {vc_position}: ${resolved}`);
        break;
      }
      seen.add(`${kind} ${resolved}`);
    }
  }
}
