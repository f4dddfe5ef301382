import type { Measured } from '../../src/operations/read/contract.ts';
import type { MeasuredObjects } from '../../src/surfaces/meta/contract.ts';
import { request } from '../api/request.ts';
import { askedTogether } from './asked-together.ts';

/** How full an object is, by measure; what a table's cells ask for at once is asked in one request. */
export const measure: (api: string, id: number) => Promise<Measured | undefined> = askedTogether((api, ids) =>
  request<MeasuredObjects>(`/patchbay/measures/${api}/?${ids.map((id) => `id=${id}`).join('&')}`),
);
