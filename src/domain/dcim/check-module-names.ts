import type { Draft } from '#operations/write/draft.ts';
import { wholeObject } from '#operations/write/field-errors.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import { type ComponentKind, modularKinds, namedKinds } from './component-kinds.ts';
import { moduleOwners } from './module-owners.ts';
import { hasModuleToken, PlaceholderMismatch, resolvePlaceholders, type Surroundings } from './placeholders.ts';
import { type Problem, refuse } from './problem.ts';
import { readTemplates, type Template } from './read-templates.ts';

/** Components that new modules bring along, or take over, have names that are free, or nobody else's. */
export async function checkModuleNames(drafts: readonly Draft[], context: WriteContext): Promise<void> {
  const owners = (await moduleOwners(drafts, context)).filter(({ makes, adopts }) => makes || adopts);
  if (owners.length === 0) return;
  const types = owners.map(({ type }) => type);
  const templates = await readTemplates(modularKinds, { context, owner: 'module_type', types });
  const kinds = templates.map(({ kind }) => kind).filter((kind) => namedKinds.includes(kind));
  const installed = await installedNames(kinds, { context, devices: owners.map(({ device }) => device) });
  const owner = new Map(owners.map((one) => [one.draft, one]));
  refuse(
    owners.map(({ draft }) => draft),
    (draft): Problem => {
      const own = owner.get(draft)!;
      for (const { kind, byType } of templates)
        for (const template of byType.get(own.type) ?? []) {
          const name = nameOf(template, own);
          if (typeof name !== 'string') return name;
          if (!kinds.includes(kind)) continue;
          const place = `${kind} ${own.device} ${name}`;
          const holder = installed.get(place);
          if (own.adopts && holder)
            return [wholeObject, `Cannot adopt ${kind} ${name} as it already belongs to a module`];
          if (!own.adopts && holder !== undefined) return [wholeObject, `A ${kind} named ${name} already exists`];
          installed.set(place, own.key);
        }
      return undefined;
    },
  );
}

/** The name that a template gives, or why it gives none; labels and positions must be resolvable too. */
function nameOf(template: Template, surroundings: Surroundings): string | Problem {
  const name = template.get('name')!;
  if (hasModuleToken(name) && !surroundings.positions?.at(-1))
    return [wholeObject, 'Cannot install module with placeholder values in a module bay with no position defined.'];
  try {
    for (const field of ['label', 'position']) resolvePlaceholders(template.get(field) ?? '', surroundings);
    return resolvePlaceholders(name, surroundings);
  } catch (error) {
    if (!(error instanceof PlaceholderMismatch)) throw error;
    return [wholeObject, error.message];
  }
}

/** Components of devices by kind, device and name: the module that each belongs to; empty for the device's own. */
async function installedNames(
  kinds: readonly ComponentKind[],
  { context, devices }: { context: WriteContext; devices: readonly string[] },
): Promise<Map<string, string>> {
  if (kinds.length === 0) return new Map();
  const rows = await context.rows(
    kinds
      .map((kind) => `select '${kind}', device_id, name, module_id from dcim_${kind} where device_id = any($1)`)
      .join(' union all '),
    [`{${[...new Set(devices)].join(',')}}`],
  );
  return new Map(rows.map(([kind, device, name, module]) => [`${kind} ${device} ${name}`, module ?? '']));
}
