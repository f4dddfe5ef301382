import type { Model } from '#registry/model.ts';
import type { Components } from './components.ts';
import { type Body, type Operation, operation, type Path } from './operation.ts';
import { keyParameter, listParameters, shaping } from './parameters.ts';
import type { Schema } from './schema.ts';
import { servedRef } from './served-property.ts';
import { hasWritable, takenRef } from './taken-property.ts';

const listOf = (items: Schema): Schema => ({ type: 'array', items });

/** The paths of a model's list and detail, by address. */
export function modelPaths(components: Components, model: Model): Record<string, Path> {
  const list = `/api/${model.rest}/`;
  const name = model.rest!.replaceAll(/[/-]/g, '_');
  const served = servedRef(components, model, 'full');
  const made = (suffix: string, more: Omit<Operation, 'operationId' | 'tags'>) =>
    operation({ operationId: `${name}_${suffix}`, tags: [model.app], ...more });
  const get = made('list', {
    summary: `List ${model.plural}.`,
    parameters: listParameters(components.registry, model),
    responses: { 200: pageRef(components, model, served) },
  });
  const key = keyParameter(model);
  const retrieve = made('retrieve', {
    summary: `Get one ${model.label}.`,
    parameters: [...shaping, key],
    responses: { 200: served },
  });
  if (model.readOnly) return { [list]: { get }, [`${list}{id}/`]: { get: retrieve } };

  const form = hasWritable(components, model) ? 'writable' : 'plain';
  const whole = takenRef(components, model, { form, patched: false });
  const part = takenRef(components, model, { form, patched: true });
  const failures = bulkFailures(components);
  const bulk = (body: Schema): { body: Body } => ({ body: { schema: listOf(body), required: true } });
  return {
    [list]: {
      get,
      post: made('create', {
        summary: `Make one or several ${model.plural}.`,
        body: { schema: { oneOf: [whole, listOf(whole)] }, required: true },
        responses: {
          201: served,
          400: { oneOf: [{ type: 'object', additionalProperties: {} }, failures] },
          403: failures,
        },
      }),
      put: made('bulk_update', {
        summary: `Replace several ${model.plural}.`,
        ...bulk(takenRef(components, model, { form: 'bulk', patched: false })),
        responses: { 200: listOf(served), 400: failures, 403: failures },
      }),
      patch: made('bulk_partial_update', {
        summary: `Change several ${model.plural}.`,
        ...bulk(takenRef(components, model, { form: 'bulk', patched: true })),
        responses: { 200: listOf(served), 400: failures, 403: failures },
      }),
      delete: made('bulk_destroy', {
        summary: `Delete several ${model.plural}.`,
        ...bulk(takenRef(components, model, { form: 'plain', patched: false })),
        responses: { 204: undefined, 400: failures, 403: failures, 409: failures },
      }),
    },
    [`${list}{id}/`]: {
      get: retrieve,
      put: made('update', {
        summary: `Replace one ${model.label}.`,
        parameters: [key],
        body: { schema: whole, required: true },
        responses: { 200: served },
      }),
      patch: made('partial_update', {
        summary: `Change one ${model.label}.`,
        parameters: [key],
        body: { schema: part, required: false },
        responses: { 200: served },
      }),
      delete: made('destroy', {
        summary: `Delete one ${model.label}.`,
        parameters: [key],
        responses: { 204: undefined },
      }),
    },
  };
}

/** A page of a list. */
export function pageRef(components: Components, { className }: { className: string }, served: Schema): Schema {
  const address = { type: 'string', nullable: true, format: 'uri' };
  return components.ref(`Paginated${className}List`, () => ({
    type: 'object',
    required: ['count', 'results'],
    properties: {
      count: { type: 'integer', example: 123 },
      next: address,
      previous: address,
      results: listOf(served),
    },
  }));
}

/** What went wrong with which object of a bulk request; nothing of it was done. */
function bulkFailures(components: Components): Schema {
  return components.ref('BulkOperationError', () => ({
    type: 'object',
    properties: {
      detail: { type: 'string' },
      errors: {
        type: 'array',
        items: components.ref('BulkOperationEntryError', () => ({
          type: 'object',
          properties: {
            id: { type: 'integer' },
            index: { type: 'integer' },
            errors: { type: 'object', additionalProperties: {} },
          },
          required: ['errors'],
        })),
      },
    },
    required: ['detail'],
  }));
}
