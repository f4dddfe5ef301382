import type { ModelSummary } from '../../src/surfaces/meta/contract.ts';
import { filterParameters } from '../list/format-list-state.ts';
import type { ActiveFilter } from '../list/list-state.ts';

/** The address of a list with filters: `/dcim/devices/?site_id=1`. */
export function listPath({ path }: ModelSummary, filters: readonly ActiveFilter[]): string {
  return `/${path}/?${filterParameters({ search: '', filters, savedFilters: [] })}`;
}
