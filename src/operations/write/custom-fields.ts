import { typeName } from '#fields/parse.ts';
import type { Draft } from './draft.ts';

/** Takes the request's custom field values; they are validated and merged once the definitions are known. */
export function acceptCustomFields(draft: Draft, value: unknown): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    draft.errors.add('custom_fields', `Expected a dictionary of items but got type "${typeName(value)}".`);
    return;
  }
  draft.notes.set('custom fields', value);
}

/** The values that the request gives by name; undefined where it says nothing of custom fields. */
export const givenCustomFields = (draft: Draft): Readonly<Record<string, unknown>> | undefined =>
  draft.notes.get('custom fields') as Record<string, unknown> | undefined;
