import { text } from '../texts/text.ts';
import type { FullForm } from './full-form.ts';
import { fieldOf, type Held, isUnset } from './held-values.ts';
import { isShown } from './shown-fields.ts';

/** Fields whose emptiness REST can't be told: without a value they stay as they were. */
const needy = new Set(['number', 'decimal', 'relation', 'date', 'dateTime', 'generic', 'color', 'position']);

/** What is wrong before the server is asked, by field. `asked` are the fields that a new object must have. */
export function checkForm(form: FullForm, held: Held, { isNew }: { isNew: boolean }): Record<string, string> {
  const problems: Record<string, string> = { ...form.extra?.check?.(held) };
  for (const field of form.fields) {
    if (field.fixed || !isShown(form, field, { held, isNew })) continue;
    const { check, empty } = fieldOf(field);
    if (isUnset(field, held[field.name])) {
      const kept = !isNew && field.widget === 'password';
      const needed = field.required || (!isNew && !field.nullable && needy.has(field.widget) && empty !== false);
      if (needed && !kept && field.widget !== 'boolean') problems[field.name] = text('form.missing');
    } else {
      const problem = check?.(held[field.name], field as never);
      if (problem) problems[field.name] = problem;
    }
  }
  return problems;
}
