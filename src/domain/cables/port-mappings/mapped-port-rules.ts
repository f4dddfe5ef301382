import type { Draft } from '#operations/write/draft.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import { retrace } from '../paths/retrace.ts';
import { type MappedPorts, mappedPorts } from './mapped-ports.ts';
import { readMappings } from './read-mappings.ts';
import { type RemappedPorts, writeMappings } from './write-mappings.ts';

/** Front and rear ports and their templates: their mappings, written as `rear_ports` or `front_ports` of a port. */
export function mappedPortRules(model: string): ModelRules {
  const ports = mappedPorts[model]!;
  return {
    prepare: (drafts, context) => readMappings(drafts, { context, ports }),
    validate: (drafts, context) => checkPositions(drafts, { context, ports }),
    async saved(drafts, context) {
      const remapped = await writeMappings(drafts, { context, ports });
      if (ports.mapping === 'dcim.portmapping') await retraceRemapped(remapped, context);
    },
  };
}

/** Mappings that go with a port or a device: paths end where they led on. */
export const portMappingRules: ModelRules = {
  deleted: (rows, context) =>
    retraceRemapped(
      {
        front: new Set(rows.map(({ columns }) => columns.get('front_port_id')!)),
        rear: new Set(rows.map(({ columns }) => columns.get('rear_port_id')!)),
      },
      context,
    ),
};

function retraceRemapped({ front, rear }: RemappedPorts, context: WriteContext): Promise<void> {
  const nodes = (model: string, ids: ReadonlySet<string>) =>
    [...ids].map((id) => `${context.contentTypes.id(model)}:${id}`);
  return retrace(context, {
    through: [...nodes('dcim.frontport', front), ...nodes('dcim.rearport', rear)],
    lenient: true,
  });
}

/** A port keeps at least as many positions as are mapped. */
async function checkPositions(
  drafts: readonly Draft[],
  { context, ports }: { context: WriteContext; ports: MappedPorts },
): Promise<void> {
  const changed = drafts.filter((draft) => !draft.isNew);
  if (changed.length === 0) return;
  const rows = await context.rows(
    `select ${ports.own}_id, count(*) from ${ports.mapping.replace('.', '_')} where ${ports.own}_id = any($1) group by 1`,
    [`{${changed.map(({ key }) => key).join(',')}}`],
  );
  const counts = new Map(rows.map(([port, count]) => [port, Number(count)]));
  for (const draft of changed) {
    const count = counts.get(draft.key!) ?? 0;
    if (draft.number('positions')! < count)
      draft.errors.add(
        'positions',
        `The number of positions cannot be less than the number of mapped ${ports.otherLabel}s (${count})`,
      );
  }
}
