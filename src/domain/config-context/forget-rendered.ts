import type { WriteContext } from '#operations/write/write-context.ts';
import { scopeCondition } from './scope-condition.ts';

/** Models that config contexts apply to. */
export const contextModels = ['dcim.device', 'virtualization.virtualmachine'] as const;

/**
 * NetBox keeps rendered config contexts beside devices and virtual machines, with a count by which a rendering that is
 * under way notices that it is out of date. Here nothing is kept, but what it kept must go, and the count must move.
 */
const forget = '_config_context_data = null, _config_context_generation = _config_context_generation + 1';

/** Forgets what is kept for all objects within the scope of config contexts: one statement a model. */
export async function forgetWithinScope(context: WriteContext, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  for (const name of contextModels) {
    const scope = scopeCondition({ isDevice: name === 'dcim.device', type: context.contentTypes.id(name)! });
    await context.rows(
      `update ${name.replace('.', '_')} o set ${forget}
       where exists (select from extras_configcontext c where c.id = any($1::bigint[]) and ${scope})`,
      [`{${keys.join(',')}}`],
    );
  }
}

/** Forgets what is kept for the objects that SQL over `o` finds, given keys as `$1`. */
export async function forgetWhere(
  context: WriteContext,
  { model, where, keys }: { model: (typeof contextModels)[number]; where: string; keys: readonly string[] },
): Promise<void> {
  if (keys.length === 0) return;
  await context.rows(`update ${model.replace('.', '_')} o set ${forget} where ${where}`, [`{${keys.join(',')}}`]);
}
