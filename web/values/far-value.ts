import type { FarValues } from '../../src/surfaces/meta/contract.ts';
import { request } from '../api/request.ts';
import { askedTogether } from './asked-together.ts';

const ofColumn = askedTogether<unknown>(async (key, ids) => {
  const [api, name] = key.split(' ') as [string, string];
  const told = await request<FarValues>(
    `/patchbay/columns/${api}/?name=${name}&${ids.map((id) => `id=${id}`).join('&')}`,
  );
  return Object.fromEntries(Object.entries(told).map(([id, values]) => [id, values[name]]));
});

/** The value that a column has for an object of an API's list; what cells ask for at once is asked in one request. */
export const farValue = (api: string, name: string, id: number): Promise<unknown> => ofColumn(`${api} ${name}`, id);
