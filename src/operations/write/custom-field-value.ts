import { schemaProblem } from '#base/json-schema.ts';
import { pythonPattern } from '#base/python-pattern.ts';
import type { Settings } from '#base/settings.ts';
import { typeName } from '#fields/parse.ts';
import { pythonText, quotedPythonText } from '#fields/python-text.ts';
import type { CustomFieldDefinition } from '#operations/read/custom-field-definitions.ts';

/** The settings that values are checked by. */
type UrlSettings = Pick<Settings, 'ALLOWED_URL_SCHEMES'>;

type Check = (definition: CustomFieldDefinition, value: unknown, settings: UrlSettings) => string | undefined;

const text: Check = ({ regex }, value) => {
  if (typeof value !== 'string') return 'Value must be a string.';
  return regex && !pythonPattern(regex, 'match').test(value) ? `Value must match regex '${regex}'` : undefined;
};

const bounds = ({ minimum, maximum }: CustomFieldDefinition, value: number): string | undefined => {
  if (minimum !== undefined && value < minimum) return `Value must be at least ${minimum}`;
  return maximum !== undefined && value > maximum ? `Value must not exceed ${maximum}` : undefined;
};

const isDate = (value: unknown): boolean =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));

const checks: Readonly<Record<string, Check>> = {
  text,
  longtext: text,
  url: (definition, value, { ALLOWED_URL_SCHEMES }) => {
    if (typeof value !== 'string') return 'Value must be a string.';
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(value)?.[1]?.toLowerCase();
    return scheme !== undefined && !ALLOWED_URL_SCHEMES.includes(scheme)
      ? 'URLs must use a scheme permitted by ALLOWED_URL_SCHEMES.'
      : text(definition, value, { ALLOWED_URL_SCHEMES });
  },
  integer: (definition, value) =>
    Number.isInteger(value) ? bounds(definition, value as number) : 'Value must be an integer.',
  decimal: (definition, value) => {
    const number =
      typeof value === 'number'
        ? value
        : typeof value === 'string' || typeof value === 'boolean'
          ? Number(value)
          : Number.NaN;
    return Number.isNaN(number) || value === '' ? 'Value must be a decimal.' : bounds(definition, number);
  },
  boolean: (_definition, value) =>
    value === true || value === false || value === 0 || value === 1 ? undefined : 'Value must be true or false.',
  date: (_definition, value) => (isDate(value) ? undefined : 'Date values must be in ISO 8601 format (YYYY-MM-DD).'),
  datetime: (_definition, value) =>
    typeof value === 'string' && isDate(value.slice(0, 10)) && !Number.isNaN(Date.parse(value.replace(' ', 'T')))
      ? undefined
      : 'Date and time values must be in ISO 8601 format (YYYY-MM-DD HH:MM:SS).',
  select: ({ choices, choiceSet }, value) =>
    typeof value === 'string' && choices.has(value)
      ? undefined
      : `Invalid choice (${pythonText(value)}) for choice set ${choiceSet}.`,
  multiselect: ({ choices, choiceSet }, value) =>
    Array.isArray(value) && value.every((one) => typeof one === 'string' && choices.has(one))
      ? undefined
      : `Invalid choice(s) (${quotedPythonText(value)}) for choice set ${choiceSet}.`,
  object: (_definition, value) =>
    Number.isInteger(value) ? undefined : `Value must be an object ID, not ${typeName(value)}`,
  multiobject: (_definition, value) => {
    if (!Array.isArray(value)) return `Value must be a list of object IDs, not ${typeName(value)}`;
    const wrong = value.find((one) => !Number.isInteger(one));
    return wrong === undefined ? undefined : `Found invalid object ID: ${quotedPythonText(wrong)}`;
  },
  json: ({ schema }, value) => {
    const problem = schema === null ? undefined : schemaProblem(schema, value);
    return problem && `Value does not conform to the assigned schema: ${problem}`;
  },
};

/** What is wrong with a custom field's value, in NetBox's words; undefined where nothing is. */
export function customFieldProblem(
  definition: CustomFieldDefinition,
  value: unknown,
  settings: UrlSettings,
): string | undefined {
  if (value === null || value === undefined || value === '')
    return definition.required ? 'Required field cannot be empty.' : undefined;
  try {
    return checks[definition.type]?.(definition, value, settings);
  } catch (error) {
    // A pattern or schema that NetBox took and that can't be followed here.
    return `Value cannot be checked: ${(error as Error).message}`;
  }
}
