import type { FieldMeta } from '../../src/surfaces/meta/contract.ts';
import { isEmpty } from '../values/is-empty.ts';
import { viewFor } from '../values/view-for.ts';

/** Whether a field's value is structured data, which gets a panel of its own. */
export function isJson({ view }: FieldMeta, value: unknown): boolean {
  return !isEmpty(value) && view !== 'customFields' && viewFor(value, view) === 'json';
}
