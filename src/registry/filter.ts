import type { ChoiceSet } from '#fields/choice-set.ts';

/** How a filter compares: the implementation of each kind stands in src/query/filters/. */
export type FilterKind =
  | 'text'
  | 'number'
  | 'decimal'
  | 'boolean'
  | 'dateTime'
  /** Two parameters, `<name>_after` and `<name>_before`, both ends included. */
  | 'dateTimeRange'
  | 'date'
  | 'choice'
  | 'multipleChoice'
  | 'mac'
  | 'timeZone'
  | 'contentType'
  | 'uuid'
  | 'related'
  | 'tree'
  | 'tag'
  | 'tagId'
  | 'single'
  | 'numericArray'
  | 'duration'
  | 'search';

/** One base filter of a model; its lookups (`name__ic`) are derived from its kind. */
export interface FilterDeclaration {
  readonly kind: FilterKind;
  /** The way from the model to what is compared: field names and relations joined by dots. */
  readonly path?: string;
  /** Related kinds: the attribute of the object at the end of `path` that the value names; absent: its id. */
  readonly by?: string;
  /** The lookup without suffix, where it isn't `exact`. */
  readonly lookup?: string;
  /** The lookups beside the plain one, where they aren't the kind's; false: none. */
  readonly lookups?: false | readonly string[];
  /** The model that a related filter's value names, where `path` does not end in a relation. */
  readonly to?: string;
  /** The name of the behaviour in src/domain/filters/ that implements the filter. */
  readonly behaviour?: string;
  /** What a choice filter accepts, where it isn't the field's choices. */
  readonly choices?: ChoiceSet;
  /** A single value instead of repeated ones. */
  readonly one?: boolean;
  /** Choices: `false` where the word `null` is no value of the filter. */
  readonly nullWord?: false;
  /** Numbers: the least and the most that a value may be. */
  readonly within?: readonly [least: string, most: string];
  /** Single numbers: a fraction, be it of zeros, is refused instead of cut off. */
  readonly whole?: boolean;
}

type More = Omit<FilterDeclaration, 'kind' | 'path'>;
const of =
  (kind: FilterKind) =>
  (path: string, more: More = {}): FilterDeclaration => ({ kind, path, ...more });

/** Filters by kind: `tree('site.region', { by: 'slug' })`. */
export const related = of('related');
export const tree = of('tree');
export const textFilter = of('text');
export const numberFilter = of('number');
export const booleanFilter = of('boolean');
export const dateTimeFilter = of('dateTime');
export const multipleChoiceFilter = of('multipleChoice');
export const macFilter = of('mac');
export const contentTypeFilter = of('contentType');
export const singleFilter = of('single');
export const numericArrayFilter = of('numericArray');
export const durationFilter = of('duration');

/** A filter that src/domain/filters/ implements under the name `behaviour`. */
export const behaviour = (name: string, kind: FilterKind, more: More = {}): FilterDeclaration => ({
  kind,
  behaviour: name,
  ...more,
});
