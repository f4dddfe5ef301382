import { schemaFault, schemaProblem } from '#base/json-schema.ts';
import { typeName } from '#fields/parse.ts';
import { wholeObject } from '#operations/write/field-errors.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import { relatedRows } from '../rules/related-rows.ts';

/** Profiles of module types: their schema is one. */
export const moduleTypeProfileRules: ModelRules = {
  prepare(drafts) {
    for (const draft of drafts) {
      const schema = draft.get('schema');
      const fault = schema === null || !draft.changed('schema') ? undefined : schemaFault(JSON.parse(schema));
      if (fault) draft.errors.add('schema', fault);
    }
  },
};

/** The attributes that the profile of a module type asks for. */
export const moduleTypeRules: ModelRules = {
  prepare(drafts) {
    for (const draft of drafts) {
      if (!draft.given('attributes')) continue;
      const value = draft.input.attributes;
      const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
      if (!isObject && value !== null && draft.was('attribute_data') !== null)
        draft.errors.add('attributes', `Expected a dictionary of attributes but got type "${typeName(value)}".`);
      // Of a stored type single attributes can be given: the others stay.
      const known = !draft.isNew && isObject && Object.keys(value).length > 0 ? draft.was('attribute_data') : null;
      draft.set(
        'attribute_data',
        value === null ? null : JSON.stringify(known ? { ...JSON.parse(known), ...value } : value),
      );
    }
  },

  async validate(drafts, context) {
    const profiles = await relatedRows(drafts, context, { relation: 'profile', select: 't.schema' });
    for (const draft of drafts) {
      const schema = JSON.parse(profiles.get(draft.get('profile') ?? '')?.[0] ?? 'null') as unknown;
      if (!schema || Object.keys(schema).length === 0) {
        // NetBox 4.7 keeps attributes that the request itself gives.
        if (!draft.given('attributes')) draft.set('attribute_data', null);
        continue;
      }
      const problem = schemaProblem(schema, JSON.parse(draft.get('attribute_data') ?? 'null'));
      if (problem) draft.errors.add(wholeObject, `Invalid schema: ${problem}`);
    }
  },
};
