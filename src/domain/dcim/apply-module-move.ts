import { countChanges } from '#operations/write/counters.ts';
import { Draft } from '#operations/write/draft.ts';
import { save } from '#operations/write/save.ts';
import { storedRows } from '#operations/write/stored.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import { namedKinds } from './component-kinds.ts';
import type { ModuleMove, MovedComponent } from './module-move.ts';

const isRenamed = ({ before, name, label, position }: MovedComponent): boolean =>
  name !== before.get('name') || label !== before.get('label') || position !== (before.get('position') ?? null);

/** Takes along what is in a module and below it, once the module itself is where it goes. */
export async function applyMove(move: ModuleMove, context: WriteContext): Promise<void> {
  if (move.crossesDevices) await moveModules(move, context);
  await moveBays(move, context);
  for (const kind of namedKinds) {
    const model = context.registry.get(`dcim.${kind}`);
    const changed = move.components.filter((one) => one.kind === kind && (move.crossesDevices || isRenamed(one)));
    const drafts = changed.map(({ key, before, name, label }, position) => {
      const component = new Draft({ model, position, input: {}, key, before });
      component.set('device', move.device.to);
      component.set('name', name);
      component.set('label', label);
      return component;
    });
    await save(context, model, drafts);
  }
  if (!move.crossesDevices) return;
  await context.rows('update dcim_portmapping set device_id = $1 where front_port_id = any($2)', [
    move.device.to,
    `{${move.components.flatMap(({ kind, key }) => (kind === 'frontport' ? [key] : [])).join(',')}}`,
  ]);
}

/** Modules in the bays of a moved one are on its device. */
async function moveModules({ modules, device }: ModuleMove, context: WriteContext): Promise<void> {
  if (modules.length === 0) return;
  const model = context.registry.get('dcim.module');
  await context.changes.remember(model, modules, context);
  await context.rows('update dcim_module set device_id = $1, last_updated = $3::timestamptz where id = any($2)', [
    device.to,
    `{${modules.join(',')}}`,
    context.now,
  ]);
  for (const [position, [key, before]] of [...(await storedRows(context, model, modules))].entries())
    context.changes.noteUpdate(new Draft({ model, position, input: {}, key, before }));
}

/** Bays of moved modules, from the top down: what is below a bay takes its path from it. */
async function moveBays(move: ModuleMove, context: WriteContext): Promise<void> {
  const model = context.registry.get('dcim.modulebay');
  const bays = move.components.filter(({ kind }) => kind === 'modulebay');
  const changed = bays.filter((bay) => move.crossesDevices || bay.level === 0 || isRenamed(bay));
  if (changed.length === 0) return;
  const keys = changed.map(({ key }) => key);
  await context.changes.remember(model, keys, context);
  for (let level = 0; level <= Math.max(...changed.map((bay) => bay.level)); level++) {
    const rows = changed.filter((bay) => bay.level === level);
    if (rows.length === 0) continue;
    await context.rows(
      `update dcim_modulebay b set name = v.name, label = v.label, position = v.position, device_id = d.id,
         _site_id = d.site_id, _location_id = d.location_id, _rack_id = d.rack_id, last_updated = $3::timestamptz,
         parent_id = m.module_bay_id
       from json_populate_recordset(null::dcim_modulebay, $1) v, dcim_device d, dcim_module m
       where b.id = v.id and d.id = $2 and m.id = b.module_id`,
      [
        JSON.stringify(rows.map(({ key, name, label, position }) => ({ id: key, name, label, position }))),
        move.device.to,
        context.now,
      ],
    );
  }
  const after = await storedRows(context, model, keys);
  const drafts = changed.map(({ key, before }, position) => {
    const bay = new Draft({ model, position, input: {}, key, before });
    bay.set('device', move.device.to);
    return bay;
  });
  await countChanges(context, model, drafts);
  for (const [position, [key, before]] of [...after].entries())
    context.changes.noteUpdate(new Draft({ model, position, input: {}, key, before }));
}
