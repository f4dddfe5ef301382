import { whereSql } from '#database/select/where.ts';
import type { ActionRequest } from '#operations/action.ts';

/** Units that are reserved together: adjacent ones of one reservation. */
export interface ReservedUnits {
  readonly id: string;
  readonly unit: number;
  readonly tall: number;
  readonly title: string;
}

/** What is reserved in a rack, as far as the asker may see it; each reservation as runs of adjacent units. */
export async function rackReservations({ context, permits }: ActionRequest, rack: string): Promise<ReservedUnits[]> {
  const model = context.registry.get('dcim.rackreservation');
  const parameters = [rack];
  const where = whereSql(permits(model, 'view'), { model, alias: 'r', parameters });
  const rows = await context.rows(
    `select r.id, r.description, u.username, n.unit
      from dcim_rackreservation r join users_user u on u.id = r.user_id, unnest(r.units) n(unit)
      where r.rack_id = $1 and ${where} order by r.id, n.unit`,
    parameters,
  );
  const runs: ReservedUnits[] = [];
  for (const [id, description, user, text] of rows) {
    const unit = Number(text);
    const last = runs.at(-1);
    if (last && last.id === id && last.unit + last.tall === unit)
      runs[runs.length - 1] = { ...last, tall: last.tall + 1 };
    else runs.push({ id: id!, unit, tall: 1, title: `Reserved by ${user}: ${description}` });
  }
  return runs;
}
