import type { Parameter } from './parameters.ts';
import type { Schema } from './schema.ts';

/** What a request carries. */
export interface Body {
  readonly schema: Schema;
  readonly required: boolean;
}

/** One method of one path, before it is spelled as OpenAPI does. */
export interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly parameters?: readonly Parameter[];
  readonly body?: Body;
  /** By status: the answer's schema; undefined: it has no body. */
  readonly responses: Readonly<Record<number, Schema | undefined>>;
  /** Types of the answer; JSON unless said. */
  readonly produces?: readonly string[];
  /** Nobody needs to log in. */
  readonly open?: boolean;
}

/** A path item: operations by method. */
export type Path = Readonly<Record<string, object>>;

const meanings: Readonly<Record<number, string>> = {
  200: 'Done.',
  201: 'Made.',
  204: 'Done; there is nothing to say.',
  400: 'The request is not valid. Nothing was done.',
  401: 'Who asks is not known.',
  403: 'Who asks may not do this. Nothing was done.',
  404: 'There is no such object.',
  409: 'Something stands in the way. Nothing was done.',
  500: 'The attempt failed.',
};

/** An operation as OpenAPI spells it. */
export function operation(given: Operation): object {
  const { operationId, summary, tags, parameters, body, responses, produces = ['application/json'], open } = given;
  return {
    operationId,
    description: summary,
    ...(parameters && parameters.length > 0 ? { parameters: byName(parameters) } : {}),
    tags,
    ...(body ? { requestBody: requestBody(body) } : {}),
    security: [{ cookieAuth: [] }, { tokenAuth: [] }, ...(open ? [{}] : [])],
    responses: Object.fromEntries(
      Object.entries(responses).map(([status, schema]) => [
        status,
        { ...(schema ? { content: content(produces, schema) } : {}), description: meanings[Number(status)] ?? '' },
      ]),
    ),
  };
}

const content = (types: readonly string[], schema: Schema) =>
  Object.fromEntries(types.map((type) => [type, { schema }]));

const requestBody = ({ schema, required }: Body) => ({
  content: content(['application/json', 'multipart/form-data'], schema),
  ...(required ? { required } : {}),
});

const byName = (parameters: readonly Parameter[]): Parameter[] =>
  [...parameters].sort((one, other) => (one.name < other.name ? -1 : 1));
