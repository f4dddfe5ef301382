import { type DocumentNode, type FragmentDefinitionNode, GraphQLError, Kind, type SelectionSetNode } from 'graphql';
import type { Settings } from '#base/settings.ts';
import { limits } from './limits.ts';

/** What of the document is too much, told before anything is validated: aliases, depth, fields. */
export function costErrors(
  document: DocumentNode,
  settings: Pick<Settings, 'GRAPHQL_MAX_ALIASES' | 'GRAPHQL_MAX_QUERY_DEPTH'>,
): GraphQLError[] {
  const fragments = new Map(
    document.definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
    ),
  );
  const { GRAPHQL_MAX_ALIASES: mostAliases, GRAPHQL_MAX_QUERY_DEPTH: ownDepth } = settings;
  for (const operation of document.definitions) {
    if (operation.kind !== Kind.OPERATION_DEFINITION) continue;
    const { aliases, depth, fields } = measured(operation.selectionSet, fragments);
    if (aliases > mostAliases) return [new GraphQLError(`${aliases} aliases found. Allowed: ${mostAliases}`)];
    const most = ownDepth ?? limits.depth;
    if (depth > most)
      return [
        new GraphQLError(`'${operation.name?.value ?? 'anonymous'}' exceeds maximum operation depth of ${most}`, {
          nodes: operation,
        }),
      ];
    if (fields > limits.fields) return [new GraphQLError(`The query selects more than ${limits.fields} fields.`)];
  }
  return [];
}

interface Measure {
  aliases: number;
  depth: number;
  fields: number;
}

/** Counts with fragments spread out; one that spreads itself is left to validation. */
function measured(set: SelectionSetNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): Measure {
  const known = new Map<string, Measure>();
  const open = new Set<string>();
  const visit = ({ selections }: SelectionSetNode): Measure => {
    const sum: Measure = { aliases: 0, depth: 0, fields: 0 };
    for (const node of selections) {
      if (node.kind === Kind.FIELD) {
        const inner = node.selectionSet ? visit(node.selectionSet) : { aliases: 0, depth: 0, fields: 0 };
        sum.aliases += inner.aliases + (node.alias ? 1 : 0);
        sum.fields += inner.fields + 1;
        // As strawberry counts: a leaf adds nothing, and questions on the schema itself are free.
        if (node.selectionSet && !node.name.value.startsWith('__')) sum.depth = Math.max(sum.depth, inner.depth + 1);
        continue;
      }
      const inner = node.kind === Kind.INLINE_FRAGMENT ? visit(node.selectionSet) : fragment(node.name.value);
      sum.aliases += inner.aliases;
      sum.fields += inner.fields;
      sum.depth = Math.max(sum.depth, inner.depth);
    }
    return sum;
  };
  const fragment = (name: string): Measure => {
    const found = known.get(name);
    if (found) return found;
    const definition = fragments.get(name);
    if (!definition || open.has(name)) return { aliases: 0, depth: 0, fields: 0 };
    open.add(name);
    const made = visit(definition.selectionSet);
    open.delete(name);
    known.set(name, made);
    return made;
  };
  return visit(set);
}
