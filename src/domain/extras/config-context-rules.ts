import { schemaFault, schemaProblem } from '#base/json-schema.ts';
import { wholeObject } from '#operations/write/field-errors.ts';
import type { ModelRules } from '#operations/write/rules.ts';

const parsed = (text: string | null): unknown => (text === null ? null : (JSON.parse(text) as unknown));

/** A config context's data is an object, and conforms to the schema of its profile. */
export const configContextRules: ModelRules = {
  async validate(drafts, context) {
    const profiles = new Set(drafts.flatMap((draft) => draft.get('profile') ?? []));
    const rows =
      profiles.size === 0
        ? []
        : await context.rows('select id, schema from extras_configcontextprofile where id = any($1)', [
            `{${[...profiles].join(',')}}`,
          ]);
    const schemas = new Map(rows.map(([id, schema]) => [id, parsed(schema ?? null)]));
    for (const draft of drafts) {
      const data = parsed(draft.get('data'));
      if (typeof data !== 'object' || data === null || Array.isArray(data)) {
        draft.errors.add('data', 'JSON data must be in object form. Example: {"foo": 123}');
        continue;
      }
      const schema = schemas.get(draft.get('profile') ?? '');
      const problem = schema ? schemaProblem(schema, data) : undefined;
      if (problem) draft.errors.add(wholeObject, `Data does not conform to profile schema: ${problem}`);
    }
  },
};

/** A profile's schema is one. */
export const configContextProfileRules: ModelRules = {
  validate(drafts) {
    for (const draft of drafts) {
      const schema = parsed(draft.get('schema'));
      const fault = schema === null ? undefined : schemaFault(schema);
      if (fault) draft.errors.add(draft.get('data_file') === null ? 'schema' : 'data_file', fault);
    }
  },
};

/** Devices' and virtual machines' own context data is an object. */
export const localContextRules: ModelRules = {
  validate(drafts) {
    for (const draft of drafts) {
      const own = draft.get('local_context_data');
      if (own !== null && own !== 'null' && !own.startsWith('{'))
        draft.errors.add('local_context_data', 'JSON data must be in object form. Example: {"foo": 123}');
    }
  },
};
