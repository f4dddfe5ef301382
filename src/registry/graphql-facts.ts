import type { ChoiceSet } from '#fields/choice-set.ts';

/**
 * Where NetBox's GraphQL type and filter of a model deviate from what its fields and features give. Both lists are
 * tokens between blanks: `name` adds a relation, `-name` takes a field away, `name:Type` states the type (spelled as
 * GraphQL does, in full), `name=source` says which field, relation or behaviour stands behind it (`none`: nothing does,
 * though NetBox has it), `name!` and `name?` state whether it may be null, `name[]` is a list that takes no arguments
 * and `name()` one that does.
 */
export interface GraphqlFacts {
  /** The query for one object, where the class's name doesn't say it; false: there is none, and no list. */
  readonly query?: string | false;
  /** The object type's name, where the class's name doesn't say it. */
  readonly type?: string;
  readonly fields?: string;
  readonly filters?: string;
  /** Choices that only the filter names. */
  readonly choices?: readonly ChoiceSet[];
  /** Unions that fields of this and other models lead to: the models by the union's name. */
  readonly unions?: Readonly<Record<string, string>>;
}
