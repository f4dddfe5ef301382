import type { View } from '../../src/surfaces/meta/contract.ts';

/** The view that fits what really came: a field that is said to be text can hold an object. */
export function viewFor(value: unknown, view: View): View {
  if (typeof value === 'boolean') return 'boolean';
  if (Array.isArray(value)) {
    if (view === 'tags' || view === 'choices' || view === 'json') return view;
    return value.some(isReference) ? 'relations' : 'list';
  }
  if (typeof value === 'object' && value !== null) {
    if (view === 'customFields') return view;
    if (isReference(value)) return 'relation';
    return 'value' in value && 'label' in value ? 'choice' : 'json';
  }
  return view === 'json' || view === 'list' || view === 'relations' || view === 'choices' ? 'text' : view;
}

function isReference(value: unknown): boolean {
  return typeof value === 'object' && value !== null && ('display' in value || 'object' in value);
}
