import { buildSchema, type GraphQLEnumType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import { type ChangeAction, changeActions } from './change.ts';
import type { Followed } from './change-queue.ts';
import type { Pace } from './pace.ts';

/** What a subscriber asks for. */
export interface Wanted {
  readonly models?: readonly string[] | null;
  readonly actions?: readonly ChangeAction[] | null;
  readonly objectId?: string | null;
}

/** What the schema's fields are answered by. */
export type ChangesContext = {
  readonly follow: (wanted: Wanted) => Promise<AsyncIterable<Followed>>;
  readonly pace: Pace;
};

const text = `
"A moment, in ISO 8601."
scalar DateTime
scalar JSON
enum ChangeAction { ${Object.keys(changeActions).join(' ')} }

"One object was made, changed or deleted."
type Change {
  "The entry of the change log: core/object-changes/{id}/."
  id: ID!
  time: DateTime!
  action: ChangeAction!
  "The object's model, as dcim.site."
  model: String!
  objectId: ID!
  "How the object is called; of a deleted one, how it was called."
  display: String!
  "Who changed it."
  user: String!
  "Changes of one request have the same."
  requestId: ID!
  message: String!
  "What the object was; null for a new one, and for whoever may not view the entry of the change log."
  prechangeData: JSON
  "What the object became; null for a deleted one, and for whoever may not view the entry of the change log."
  postchangeData: JSON
}

type Query {
  "The models whose changes can be followed, as dcim.site."
  changeModels: [String!]!
}

type Subscription {
  "Changes as they are committed: of these models, of these kinds, of the object with this id; of all where left out."
  changes(models: [String!], actions: [ChangeAction!], objectId: ID): Change!
}
`;

/** Models whose changes can be followed: those that the change log is about and that have a path in the API. */
export const followedModels = (registry: Registry): Model[] =>
  registry.models.filter(({ features, rest }) => features?.includes('changeLogging') && rest !== undefined);

/** The schema of what is streamed, beside NetBox's own, which has no subscriptions. */
export function changesSchema(registry: Registry): GraphQLSchema {
  const schema = buildSchema(text);
  const fields = (type: string) => (schema.getType(type) as GraphQLObjectType).getFields();
  for (const value of (schema.getType('ChangeAction') as GraphQLEnumType).getValues())
    value.value = changeActions[value.name as keyof typeof changeActions];
  fields('Query').changeModels!.resolve = () =>
    followedModels(registry)
      .map(({ name }) => name)
      .sort();
  const changes = fields('Subscription').changes!;
  changes.subscribe = (_root: unknown, wanted: Wanted, { follow }: ChangesContext) => follow(wanted);
  // An error among them is thrown by what completes the value.
  changes.resolve = (followed: Followed) => followed;
  return schema;
}
