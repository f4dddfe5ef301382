import type { ApiError } from '../api/api-error.ts';
import type { FullForm } from './full-form.ts';

export interface Problems {
  /** By field of the form. */
  readonly fields: Readonly<Record<string, string>>;
  /** What concerns no field, or one that the form doesn't show. */
  readonly whole: readonly string[];
}

const wholes = new Set(['detail', '__all__', 'non_field_errors', 'error', 'errors']);

/** What the server refused, at the fields that it means; of many objects at once, by their names. */
export function readProblems(form: FullForm, error: ApiError, names: readonly string[] = []): Problems {
  const fields: Record<string, string> = {};
  const whole: string[] = [];
  const { body } = error;
  if (typeof body !== 'object' || body === null) return { fields, whole: [error.message] };
  const { errors } = body as { errors?: unknown };
  if (Array.isArray(errors)) return { fields, whole: errors.flatMap((one) => ofOne(one, names)) };
  for (const [name, told] of Object.entries(body)) {
    if (name === 'custom_fields' && isRecord(told)) {
      for (const [custom, one] of Object.entries(told)) {
        if (form.fields.some((field) => field.custom === custom)) fields[`cf_${custom}`] = messages(one);
        else whole.push(`${custom}: ${messages(one)}`);
      }
      continue;
    }
    const field = form.fields.find(
      (one) =>
        one.custom === undefined && (one.name === name || one.generic?.type === name || one.generic?.id === name),
    );
    if (field) fields[field.name] = [fields[field.name], messages(told)].filter(Boolean).join(' ');
    else if (name === 'custom_fields') whole.push(messages(told));
    else whole.push(wholes.has(name) ? messages(told) : `${name}: ${messages(told)}`);
  }
  return { fields, whole: whole.length + Object.keys(fields).length > 0 ? whole : [error.message] };
}

/** What was refused of one of many objects, under its name. */
function ofOne(told: unknown, names: readonly string[]): string[] {
  if (!isRecord(told)) return [messages(told)];
  const { index, errors } = told;
  return [`${typeof index === 'number' ? (names[index] ?? index + 1) : ''}: ${messages(errors)}`];
}

const isRecord = (told: unknown): told is Record<string, unknown> =>
  typeof told === 'object' && told !== null && !Array.isArray(told);

function messages(told: unknown): string {
  if (Array.isArray(told)) return told.map(messages).filter(Boolean).join(' ');
  if (isRecord(told)) {
    return Object.entries(told)
      .map(([name, one]) => (wholes.has(name) ? messages(one) : `${name}: ${messages(one)}`))
      .join(' ');
  }
  return told === null || told === undefined ? '' : String(told);
}
