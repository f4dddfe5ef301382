import type { DocumentNode } from 'graphql';
import {
  execute,
  type FieldNode,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { HttpError } from '#base/http-error.ts';
import type { Settings } from '#base/settings.ts';
import { defaultOrder } from '#database/select/default-order.ts';
import { finder } from '#database/select/find.ts';
import { whereSql } from '#database/select/where.ts';
import type { ReadContext } from '#operations/read/context.ts';
import { inTurn } from '#operations/read/large-lists.ts';
import { and, type Condition } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import { keyColumn } from '#registry/registry.ts';
import { costErrors } from './cost-errors.ts';
import { filterCondition } from './filters/filter-condition.ts';
import { below, type Failure, listOf, type Rendered } from './pieces/rendered.ts';
import { collectFields, type Document } from './plan/collect-fields.ts';
import { Compiler } from './plan/compiler.ts';
import type { ObjectPlan } from './plan/object-plan.ts';
import type { ListPage } from './plan/page.ts';
import { Run } from './run.ts';
import type { Types } from './types.ts';

/** What a client asks. */
export interface Asked {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  readonly operationName?: string | null | undefined;
  /** Whether the answer's `extensions` tell how many objects each list has on all its pages. */
  readonly totalCounts?: boolean | undefined;
  /** Whether the query stood in an address. */
  readonly byGet?: boolean | undefined;
}

/** What answers are made of. */
export interface ExecutionParts {
  readonly schema: GraphQLSchema;
  readonly types: Types;
  readonly context: ReadContext;
  readonly settings: Settings;
  visible(model: Model): Condition;
  rest(model: Model, query: URLSearchParams): Promise<Condition>;
}

/** The answer to a query as JSON text. Throws 400 where an address asks for more than to read. */
export async function executeQuery(parts: ExecutionParts, asked: Asked): Promise<string> {
  try {
    return await answer(parts, asked);
  } catch (error) {
    if (error instanceof GraphQLError) return failed([error]);
    // Its reader goes as deep as the query does; costs are counted only afterwards.
    if (error instanceof RangeError) return failed([new GraphQLError('The query is nested too deeply.')]);
    throw error;
  }
}

const failed = (errors: readonly GraphQLError[]): string => JSON.stringify({ data: null, errors });

async function answer(parts: ExecutionParts, asked: Asked): Promise<string> {
  const { query, variables, operationName, totalCounts = false } = asked;
  const { schema, settings } = parts;

  // ---- What is asked, and whether it may be
  const document = parse(query, { maxTokens: 20_000 });
  const costly = costErrors(document, settings);
  if (costly.length > 0) return failed(costly);
  // Where none is named, the first one is meant, as in NetBox.
  const operation = operationName
    ? getOperationAST(document, operationName)
    : document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new GraphQLError(`Unknown operation named "${operationName}".`);
  if (operation.operation !== 'query') {
    if (asked.byGet) throw new HttpError(400, `${operation.operation}s are not allowed when using GET`);
    throw new GraphQLError(`The ${operation.operation} operation is not supported by the schema.`, {
      nodes: operation,
    });
  }
  const invalid = validate(schema, document, specifiedRules, { maxErrors: 20 });
  if (invalid.length > 0) return failed(invalid);
  const read = getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {}, { maxErrors: 20 });
  if (read.errors) return failed(read.errors);

  // ---- Each query of the operation, side by side
  const understood: Document = {
    schema,
    variables: read.coerced,
    fragments: new Map(
      document.definitions.flatMap((one) =>
        one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
      ),
    ),
  };
  const root = schema.getQueryType()!;
  const fields = collectFields(understood, root, [operation.selectionSet]);
  const run = new Run({ context: parts.context, visible: parts.visible });
  const compiler = new Compiler({
    document: understood,
    registry: parts.context.registry,
    shapes: parts.context.shapes,
    types: parts.types,
    settings,
    filter: (model, filterType, value) =>
      filterCondition(
        { registry: parts.context.registry, types: parts.types, find: finder(parts.context.sql), rest: parts.rest },
        { model, filterType, value: value as Readonly<Record<string, unknown>> },
      ),
  });
  const about = introspection({ schema, document, operation, fields, variables: variables ?? {} });
  const errors: GraphQLError[] = [];
  const counts = totalCounts ? new Map<string, string>() : undefined;
  const texts = await Promise.all(
    [...fields].map(async ([key, nodes]): Promise<string | null> => {
      if (about.has(key)) return `${JSON.stringify(key)}:${about.get(key)}`;
      const counted = counts && ((count: string) => void counts.set(key, count));
      const made = await rootValue({ parts, root, nodes, compiler, run, counted }).catch((error: unknown): Rendered => {
        if (!(error instanceof GraphQLError)) throw error;
        errors.push(new GraphQLError(error.message, { nodes: nodes[0]!, path: [key] }));
        return { text: null, failures: [] };
      });
      if (typeof made === 'string') return `${JSON.stringify(key)}:${made}`;
      errors.push(...below(key, made.failures).map((failure) => located(failure, nodes)));
      return made.text === null ? null : `${JSON.stringify(key)}:${made.text}`;
    }),
  );
  const data = texts.includes(null) ? 'null' : `{${texts.join(',')}}`;
  const failures = errors.length > 0 ? `,"errors":${JSON.stringify(errors)}` : '';
  return `{"data":${data}${failures}${counts ? `,"extensions":{"totalCounts":${countsText(counts, fields)}}` : ''}}`;
}

/** The lists' counts by their names in the answer, in its order. */
function countsText(counts: ReadonlyMap<string, string>, fields: ReadonlyMap<string, unknown>): string {
  const known = [...fields.keys()].filter((key) => counts.has(key));
  return `{${known.map((key) => `${JSON.stringify(key)}:${counts.get(key)}`).join(',')}}`;
}

/** A failure as an error: its place in the query is that of the query that failed. */
const located = ({ message, path }: Failure, nodes: readonly FieldNode[]): GraphQLError =>
  new GraphQLError(message, { nodes: nodes[0]!, path });

/** The parts of the answer that are about the schema itself, by their names in the answer. */
function introspection({
  schema,
  document,
  operation,
  fields,
  variables,
}: {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  fields: ReadonlyMap<string, readonly FieldNode[]>;
  variables: Readonly<Record<string, unknown>>;
}): ReadonlyMap<string, string> {
  const selections = [...fields.values()].filter(([node]) => node!.name.value.startsWith('__')).flat();
  if (selections.length === 0) return new Map();
  const result = execute({
    schema,
    document: {
      ...document,
      definitions: document.definitions.map((one) =>
        one === operation ? { ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections } } : one,
      ),
    },
    variableValues: variables,
    operationName: operation.name?.value ?? null,
  });
  if (result instanceof Promise) throw new Error('introspection takes no time');
  return new Map(Object.entries(result.data ?? {}).map(([key, value]) => [key, JSON.stringify(value)]));
}

async function rootValue({
  parts,
  root,
  nodes,
  compiler,
  run,
  counted,
}: {
  parts: ExecutionParts;
  root: GraphQLObjectType;
  nodes: readonly FieldNode[];
  compiler: Compiler;
  run: Run;
  /** Is told how many objects a list has, where that is asked. */
  counted: ((count: string) => void) | undefined;
}): Promise<Rendered> {
  const name = nodes[0]!.name.value;
  const field = root.getFields()[name]!;
  const { model, many } = parts.types.query(name);
  const plan = await compiler.plan(getNamedType(field.type) as GraphQLObjectType, nodes);
  if (many) {
    const { where, page } = await compiler.list(field, nodes[0]!, model);
    const [objects, count] = await Promise.all([
      rootList({ plan, where, page, run }),
      counted && countAll({ plan, where, run }),
    ]);
    if (count !== undefined) counted?.(count);
    return listOf(objects, run);
  }
  const { id } = compiler.arguments(field, nodes[0]!) as { id: string };
  if (!/^-?\d+$/.test(id)) throw new GraphQLError(`Field 'id' expected a number but got '${id}'.`);
  const key: Condition = Object.freeze({ op: 'compare', field: undefined, lookup: 'exact', values: [id] });
  const [found] = await rootList({
    plan,
    where: key,
    page: { offset: 0, limit: 1, start: undefined, asked: true },
    run,
  });
  if (found === undefined) throw new GraphQLError(`${model.className} matching query does not exist.`);
  return found;
}

/** The objects of the list that the asker may see, in the model's order. */
async function rootList({
  plan,
  where,
  page,
  run,
}: {
  plan: ObjectPlan;
  where: Condition;
  page: ListPage;
  run: Run;
}): Promise<Rendered[]> {
  const condition = and(run.visible(plan.model), where);
  if (condition.op === 'never') return [];
  const parameters: string[] = [];
  const key = `t."${keyColumn(plan.model)}"`;
  let filter = whereSql(condition, { model: plan.model, alias: 't', parameters });
  if (page.start !== undefined) filter += ` and ${key} >= $${parameters.push(String(page.start))}::bigint`;
  const { joins, orderBy } =
    page.start === undefined ? defaultOrder(run.context.registry, plan.model, 't') : { joins: '', orderBy: key };
  let text = `select ${plan.select} from ${plan.from}${joins} where ${filter} order by ${orderBy}`;
  if (page.limit !== null) text += ` limit $${parameters.push(String(page.limit))}::bigint`;
  if (page.offset > 0) text += ` offset $${parameters.push(String(page.offset))}::bigint`;
  return inTurn(page.limit, async () => plan.render(await run.rows(text, parameters), run));
}

/** How many objects the list has that the asker may see, on all its pages. */
async function countAll({ plan, where, run }: { plan: ObjectPlan; where: Condition; run: Run }): Promise<string> {
  const condition = and(run.visible(plan.model), where);
  if (condition.op === 'never') return '0';
  const parameters: string[] = [];
  const filter = whereSql(condition, { model: plan.model, alias: 't', parameters });
  const [row] = await run.rows(`select count(*) from ${plan.from} where ${filter}`, parameters);
  return row![0]!;
}
