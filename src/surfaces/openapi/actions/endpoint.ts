import type { Model } from '#registry/model.ts';
import type { Components } from '../components.ts';
import type { Operation } from '../operation.ts';
import { keyParameter, type Parameter } from '../parameters.ts';
import type { Schema } from '../schema.ts';
import { servedRef } from '../served-property.ts';
import { actionComponents } from './action-components.ts';

/** An operation before its address has named it. */
export type Described = Omit<Operation, 'operationId' | 'tags'>;

/** An endpoint by method: the part of the operation's name that says what it does, and the operation. */
export type Endpoint = Readonly<Record<string, readonly [suffix: string, operation: Described]>>;

/** An endpoint with its address below /api/. */
export type Addressed = readonly [path: string, endpoint: Endpoint];

export const anything: Schema = { type: 'object', additionalProperties: {} };
export const listOf = (items: Schema): Schema => ({ type: 'array', items });
export const oneOrMore = (one: Schema): Schema => ({ oneOf: [one, listOf(one)] });

/** A part of the path that is no number. */
export const named = (name: string, description: string): Parameter => ({
  in: 'path',
  name,
  schema: { type: 'string' },
  description,
  required: true,
});

/** What descriptions of endpoints are made with, for one document. */
export interface Making {
  readonly components: Components;
  /** The model at an address; throws where none is. */
  model(path: string): Model;
  /** A reference to a whole object of the model at an address. */
  served(path: string): Schema;
  /** A reference to a component that only special endpoints speak of. */
  parts(name: string): Schema;
  /** An endpoint below one object of the model at an address. */
  below(path: string, action: string, endpoint: (key: Parameter) => Endpoint): Addressed;
}

/** What descriptions of endpoints are put together with. Looking a model up throws where its path serves none. */
export function making(components: Components): Making {
  const model = (path: string): Model => {
    const found = components.registry.byRest(path);
    if (!found) throw new Error(`OpenAPI describes an endpoint of ${path}, where no model is served`);
    return found;
  };
  return {
    components,
    model,
    served: (path) => servedRef(components, model(path), 'full'),
    parts: actionComponents(components),
    below: (path, action, endpoint) => [`${path}/{id}/${action}`, endpoint(keyParameter(model(path)))],
  };
}
