import type { GenericValue } from './fields/generic-input.tsx';
import type { FullField, FullForm } from './full-form.ts';
import { type Held, isUnset } from './held-values.ts';

/** Whether a field is to be filled: it belongs to making or changing, and what it depends on is so. */
export function isShown(form: FullForm, field: FullField, { held, isNew }: { held: Held; isNew: boolean }): boolean {
  if (field.only && field.only !== (isNew ? 'create' : 'change')) return false;
  if (!field.when) return true;
  const { field: on, values } = field.when;
  const decisive = form.fields.find(({ name }) => name === on);
  if (!decisive) return true;
  if (isUnset(decisive, held[on])) return values.includes('');
  const value = decisive.widget === 'generic' ? (held[on] as GenericValue).type : held[on];
  return values.includes(String(value));
}
