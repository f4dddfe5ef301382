import { Draft } from '#operations/write/draft.ts';
import { save } from '#operations/write/save.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import { columnOf } from '#registry/registry.ts';
import type { MappedPorts } from './mapped-ports.ts';
import { type WantedMapping, wantedMappings } from './read-mappings.ts';

/** Ports at both sides of mappings that were made or taken away. */
export interface RemappedPorts {
  readonly front: ReadonlySet<string>;
  readonly rear: ReadonlySet<string>;
}

/**
 * Makes the mappings of ports what their requests want: a mapping that stays as it is keeps its row, others are taken
 * away before new ones are made, so that positions can change places.
 */
export async function writeMappings(
  drafts: readonly Draft[],
  { context, ports }: { context: WriteContext; ports: MappedPorts },
): Promise<RemappedPorts> {
  const remapped = { front: new Set<string>(), rear: new Set<string>() };
  const setting = drafts.filter((draft) => wantedMappings(draft));
  if (setting.length === 0) return remapped;
  const { mapping, own, other } = ports;
  const model = context.registry.get(mapping);
  const touch = (port: string, otherPort: string) => {
    remapped[own === 'front_port' ? 'front' : 'rear'].add(port);
    remapped[own === 'front_port' ? 'rear' : 'front'].add(otherPort);
  };

  // ---- What goes, what comes
  const stored = await context.rows(
    `select id, ${own}_id, ${own}_position, ${other}_id, ${other}_position from "${model.table}"
     where ${own}_id = any($1) order by id for update`,
    [`{${setting.map((draft) => draft.key).join(',')}}`],
  );
  const wanted = new Map<string, { draft: Draft; mapping: WantedMapping }>();
  for (const draft of setting)
    for (const one of wantedMappings(draft)!) wanted.set(`${draft.key} ${one.position}`, { draft, mapping: one });
  const gone: string[] = [];
  for (const [id, port, position, otherPort, otherPosition] of stored) {
    const place = `${port} ${position}`;
    const target = wanted.get(place)?.mapping;
    if (target?.port === otherPort && target?.portPosition === otherPosition) wanted.delete(place);
    else {
      gone.push(id!);
      touch(port!, otherPort!);
    }
  }

  // ---- Rows
  if (gone.length > 0) {
    await context.changes.noteDeleted(model, gone, context);
    await context.rows(`delete from "${model.table}" where id = any($1)`, [`{${gone.join(',')}}`]);
  }
  const made = [...wanted.values()].map(({ draft: port, mapping: target }, position) => {
    const draft = new Draft({ model, position, input: {} });
    draft.set(own, port.key!);
    draft.set(`${own}_position`, target.position);
    draft.set(other, target.port);
    draft.set(`${other}_position`, target.portPosition);
    touch(port.key!, target.port);
    return draft;
  });
  await repeatFrontPorts(made, { context, ports });
  await save(context, model, made);
  return remapped;
}

async function repeatFrontPorts(
  drafts: readonly Draft[],
  { context, ports }: { context: WriteContext; ports: MappedPorts },
): Promise<void> {
  if (drafts.length === 0) return;
  const { to } = context.registry.get(ports.mapping).fields.get('front_port')!;
  const model = context.registry.get(to!);
  const columns = ports.repeated.map((name) => columnOf(model.fields.get(name)!)!);
  const rows = await context.rows(`select id, ${columns.join(', ')} from "${model.table}" where id = any($1)`, [
    `{${drafts.map((draft) => draft.get('front_port')).join(',')}}`,
  ]);
  const found = new Map(rows.map(([id, ...values]) => [id, values]));
  for (const draft of drafts)
    for (const [index, name] of ports.repeated.entries())
      draft.set(name, found.get(draft.get('front_port')!)?.[index] ?? null);
}
