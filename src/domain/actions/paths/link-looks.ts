import { flatChoices } from '#fields/choice-set.ts';
import type { ReadContext } from '#operations/read/context.ts';
import type { PathNode } from './cable-path.ts';

/** How a link is drawn. */
export interface LinkLook {
  readonly label: string;
  readonly detail: string;
  readonly href: string;
  /** Six hexadecimal digits. */
  readonly color: string;
  readonly isConnected: boolean;
  readonly isWireless: boolean;
}

const cableColumns = 'id, type, status, color, length, length_unit';
const wirelessColumns = "id, null, status, '', distance, distance_unit";

/** Looks of cables and wireless links by `<model>:<id>`. */
export async function linkLooks(
  context: ReadContext,
  nodes: readonly PathNode[],
): Promise<ReadonlyMap<string, LinkLook>> {
  const looks = new Map<string, LinkLook>();
  const types = new Map<unknown, string>(
    flatChoices(context.registry.get('dcim.cable').fields.get('type')!.choices!).map(([value, label]) => [
      value,
      label,
    ]),
  );
  await Promise.all(
    [...new Set(nodes.map(({ model }) => model))].map(async (name) => {
      const model = context.registry.get(name);
      const ids = nodes.filter((node) => node.model === name).map(({ id }) => id);
      const isWireless = !model.fields.has('length');
      const columns = isWireless ? wirelessColumns : cableColumns;
      const [rows, lines] = await Promise.all([
        context.rows(`select ${columns} from ${model.table} where id = any($1)`, [`{${ids.join(',')}}`]),
        context.load(context.shapes.of(model, 'display'), ids),
      ]);
      for (const [id, type, status, color, length, unit] of rows)
        looks.set(`${name}:${id}`, {
          label: `${isWireless ? 'Wireless' : 'Cable'} ${lines.get(id!) ?? ''}`,
          detail: [type ? types.get(type) : '', length ? `${Number(length)} ${unit ?? ''}` : '']
            .filter(Boolean)
            .join(', '),
          href: `${context.base}/${model.web ?? model.rest}/${id}/`,
          color: color || '868e96',
          isConnected: status === 'connected',
          isWireless,
        });
    }),
  );
  return looks;
}
