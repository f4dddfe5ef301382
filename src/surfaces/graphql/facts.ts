import type { GraphqlFacts } from '#registry/graphql-facts.ts';
import type { Model } from '#registry/model.ts';

/** What the model's file says on GraphQL. */
export const factsOf = ({ graphql }: Model): GraphqlFacts => graphql || {};
