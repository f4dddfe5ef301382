import { Ajv, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { pythonPattern } from './python-pattern.ts';

/** Patterns in schemas are those of Python, too: NetBox checks with its `re.search`. */
const regExp = Object.assign((pattern: string) => pythonPattern(pattern), { code: 'pythonPattern' });
const options = { strict: false, allErrors: false, validateFormats: false, logger: false, code: { regExp } } as const;
const draft7 = new Ajv(options);
const draft2020 = new Ajv2020(options);

/** Compiled schemas by their text, the one used last at the end; the library keeps what it compiled until told. */
const compiled = new Map<string, { conforms: ValidateFunction; forget: () => void }>();
const most = 200;

/** Compiles a JSON schema of the draft that it names; 2020-12 where it names none. Throws where it is none. */
function compileSchema(schema: unknown): ValidateFunction {
  const text = JSON.stringify(schema);
  const known = compiled.get(text) ?? compile(schema as Record<string, unknown>);
  compiled.delete(text);
  compiled.set(text, known);
  const [oldest] = compiled.keys();
  if (compiled.size > most) {
    compiled.get(oldest!)!.forget();
    compiled.delete(oldest!);
  }
  return known.conforms;
}

function compile(schema: Record<string, unknown>) {
  const named = schema.$schema;
  const ajv = typeof named === 'string' && /draft-0[467]/.test(named) ? draft7 : draft2020;
  const { $schema: _draft, $id: _id, ...rest } = schema;
  return { conforms: ajv.compile(rest), forget: () => void ajv.removeSchema(rest) };
}

/** What is wrong with a value by a schema, and where; undefined where it conforms. */
export function schemaProblem(schema: unknown, value: unknown): string | undefined {
  const conforms = compileSchema(schema);
  if (conforms(value)) return undefined;
  const [error] = conforms.errors ?? [];
  return `${error?.instancePath ? `${error.instancePath} ` : ''}${error?.message ?? 'does not conform'}`;
}

/** What is wrong with a schema itself: it is an object, and a schema that can be compiled. */
export function schemaFault(schema: unknown): string | undefined {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema))
    return 'JSON schema must be defined as a dictionary.';
  try {
    compileSchema(schema);
    return undefined;
  } catch (error) {
    return `Invalid JSON schema definition: ${(error as Error).message}`;
  }
}
