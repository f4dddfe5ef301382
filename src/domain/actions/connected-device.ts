import { HttpError, notFound } from '#base/http-error.ts';
import { whereSql } from '#database/select/where.ts';
import type { Action, ActionRequest } from '#operations/action.ts';
import { getObject } from '#operations/read/get-object.ts';

/**
 * The device that an interface of another device, both given by name, is connected to: how a device that boots without
 * a configuration learns who it is from what its neighbour announces (LLDP, CDP).
 */
export const connectedDevice: Action = {
  path: 'dcim/connected-device',
  methods: ['GET'],
  async run(request) {
    const { context, permits, query } = request;
    const device = context.registry.get('dcim.device');

    // ---- The interface that was named
    const name = query.get('peer_device');
    const port = query.get('peer_interface');
    if (!name || !port) throw new HttpError(400, 'Request must include "peer_device" and "peer_interface" filters.');
    for (const [parameter, text] of Object.entries({ peer_device: name, peer_interface: port }))
      if (text.includes('\0')) throw new HttpError(400, { [parameter]: ['Null characters are not allowed.'] });
    const peer = await only(request, 'dcim.device', { name });
    const [endpoint] = (
      await context.rows(
        `select split_part(p.path -> -1 ->> 0, ':', 2) from dcim_cablepath p where p.is_complete
          and p.id = (select _path_id from dcim_interface where id = $1)
          and split_part(p.path -> -1 ->> 0, ':', 1) = $2`,
        [
          await only(request, 'dcim.interface', { device_id: peer, name: port }),
          context.contentTypes.id('dcim.interface')!,
        ],
      )
    ).flat();

    // ---- The device at the other end
    if (endpoint == null) throw new HttpError(404, 'Not found.');
    const owner = (await context.rows('select device_id from dcim_interface where id = $1', [endpoint]))[0]?.[0];
    if (owner == null) throw new HttpError(404, 'Not found.');
    const { text } = await getObject({
      context,
      model: device,
      shape: context.shapes.of(device, 'full'),
      where: permits(device, 'view'),
      key: owner,
    });
    return { status: 200, json: text };
  },
};

/** The key of the one visible object with these columns. Throws 404 for none and 400 for several. */
async function only(
  { context, permits }: ActionRequest,
  name: string,
  columns: Readonly<Record<string, string>>,
): Promise<string> {
  const model = context.registry.get(name);
  const parameters = Object.values(columns);
  const equal = Object.keys(columns).map((column, index) => `t.${column} = $${index + 1}`);
  const where = whereSql(permits(model, 'view'), { model, alias: 't', parameters });
  const rows = await context.rows(
    `select t.id from ${model.table} t where ${equal.join(' and ')} and ${where} limit 2`,
    parameters,
  );
  if (rows.length === 0) throw notFound(model.className);
  if (rows.length > 1)
    throw new HttpError(400, `More than one ${model.label} is called "${Object.values(columns).at(-1)}".`);
  return rows[0]![0]!;
}
