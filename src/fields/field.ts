import type { ChoiceSet } from './choice-set.ts';
import type { Kind } from './kind.ts';

/** What happens to a row when the row it points at is deleted. */
export type OnDelete = 'cascade' | 'set null' | 'protect' | 'restrict' | 'do nothing';

/** Where NetBox's REST serializer deviates from what the column says. A quirk, named beside the field. */
export interface RestQuirk {
  readonly required?: boolean;
  readonly readOnly?: boolean;
  /** Taken and never served; with `readOnly`: named in OPTIONS alone. */
  readonly writeOnly?: boolean;
  readonly allowNull?: boolean;
  /** What a new object gets where REST is told nothing, beside what the model says. */
  readonly default?: string;
  /** What a PUT that does not name the field stores, as PostgreSQL's text; without it, what was stored stays. */
  readonly absent?: string | null;
  /** The type that OPTIONS tells, where it isn't the kind's. */
  readonly options?: string;
  /** Choices: whether the empty one is accepted, where it isn't what the column says. */
  readonly allowBlank?: boolean;
  /** The value's shape in OpenAPI, where the kind can't say it; `$ref` names a component of its own. */
  readonly schema?: Readonly<Record<string, unknown>>;
  /** Numbers whose limits NetBox doesn't tell. */
  readonly unbounded?: boolean;
  /** A list can't be sorted by it: NetBox's model computes what this column holds, or what is counted. */
  readonly unordered?: true;
  /** Content types that OPTIONS lists as choices: all, or those of models with the feature named. */
  readonly types?: string;
}

/** Where the form that the interface makes deviates from what follows from the kind and from REST. */
export interface FormQuirk {
  /** Edited otherwise than the kind says; what computes its value is not in a form unless this is said. */
  readonly widget?: string;
  /** Given only when an object is made, or only afterwards. */
  readonly only?: 'create' | 'change';
  /** Must be given, though REST does without. */
  readonly required?: true;
  /**
   * Relations: how the list picked from is narrowed. `site_id` by the form's field `site`: `{ site_id: 'site' }`; those
   * without one too: `'site?'`; by a generic relation to one model, or what that belongs to:
   * `'scope:dcim.site'`, `'termination:dcim.interface.device'`; always the same: `'=lag'`; by the
   * object itself: `'id'`.
   */
  readonly pick?: Readonly<Record<string, string>>;
  /**
   * Relations: fields that aren't stored and only narrow the list picked from, by the relation of the picked objects that
   * each stands for: `{ vlan_group: 'group' }`, what their device is part of: `{ site_a: 'device.site' }`, where many
   * objects are edited together alone: `{ region: 'many: region' }`.
   */
  readonly narrow?: Readonly<Record<string, string>>;
  /** Patterns such as `10.0.0.[1-9]/24` make many objects. */
  readonly pattern?: true;
  /** Shown only where another field has one of these values (an empty text: none at all); emptied where it hasn't. */
  readonly when?: Readonly<Record<string, string>>;
  /** Generic relations: the models that they may name, where neither GraphQL's union nor a way back says it. */
  readonly types?: string;
}

/** Facts that any field may state. All are optional: what is absent is derived from the kind and the name. */
export interface FieldOptions {
  /** The column's name, where it isn't the field's (or `<field>_id` for a relation). */
  readonly column?: string;
  readonly null?: boolean;
  /** An empty value is accepted on input. */
  readonly blank?: boolean;
  readonly default?: unknown;
  readonly unique?: boolean;
  readonly index?: boolean;
  /** Not for users to set. */
  readonly editable?: boolean;
  /** Named as forms and columns show it, where the name doesn't say it. */
  readonly label?: string;
  readonly help?: string;
  /** The name under which NetBox's model knows the field, where REST serves it under another. */
  readonly source?: string;
  /** `false`: stored but not served over REST; an object: how the served field deviates. */
  readonly rest?: false | RestQuirk;
  /**
   * With `rest: false`: NetBox's own pages show and edit it all the same. It is served and taken where somebody asks for
   * whole objects, as the interface does (`X-Patchbay-Whole`).
   */
  readonly aside?: true;
  /** `false`: not in the form; an object: how it is edited there. */
  readonly form?: false | FormQuirk;
  /** `false`: no filter of the field's own name; an object: how it deviates. */
  readonly filter?: false | FilterQuirk;
  /** Weight in the global search (lower is more relevant). */
  readonly search?: number;
  /** Copied when an object is cloned. */
  readonly clone?: boolean;
  /** Sorted the way people count: eth2 before eth10 (ICU collation `natural_sort`). */
  readonly natural?: boolean;
  readonly max?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly choices?: ChoiceSet;
  /** A choice that REST serves as the bare value, without its label. */
  readonly plain?: boolean;
  /** `false`: not kept in the change log's data. */
  readonly logged?: false;
}

/** Where a filter deviates from the one that the field's kind would give. */
export interface FilterQuirk {
  readonly kind?: string;
  readonly lookup?: string;
  readonly lookups?: false | readonly string[];
  /** Relations only: the attribute that the second filter (without `_id`) matches; false for none. */
  readonly by?: string | false;
  /** Relations only: whether `<name>_id` exists. */
  readonly id?: boolean;
  /** A single value instead of repeated ones. */
  readonly one?: boolean;
  /** Choices: `false` where the word `null` is no value of the filter; NetBox takes `None` there, which nothing has. */
  readonly nullWord?: false;
  /** Numbers: the least and the most that a value may be. */
  readonly within?: readonly [least: string, most: string];
  /** JSON fields only: parameters that begin so compare the member that the rest of their name leads to. */
  readonly prefix?: string;
}

/** Facts that only relations, numbers or computed fields state. */
export interface SpecialOptions {
  readonly to?: string;
  readonly onDelete?: OnDelete;
  /** The name under which the other side reaches back; absent: none. */
  readonly relatedName?: string;
  /** A generic relation to nothing is told as an error of the object, not of the field with the id. */
  readonly missingAsWhole?: boolean;
  /** Emptied without a word in the change log when the object that it names is deleted. */
  readonly silent?: boolean;
  /** The shape in which the other side is served: `brief` unless said, `full`, its bare `key` or `slug`, or one of the target's `shapes`. */
  readonly shape?: string;
  readonly through?: string;
  readonly bits?: 16 | 32 | 64;
  readonly positive?: boolean;
  readonly digits?: number;
  readonly places?: number;
  /** Generic relations: the fields that hold the type and the id. */
  readonly typeField?: string;
  readonly idField?: string;
  /** Arrays: the kind of one element. */
  readonly of?: Field;
  /** Counters and counts: what is counted, as `<app>.<model>` and the relation on it that points here. */
  readonly counts?: string;
  readonly via?: string;
  /** Computed fields, and stored ones that are served otherwise: the name of the behaviour in src/domain/. */
  readonly by?: string;
  /** Computed fields: the OpenAPI type. */
  readonly returns?: string;
  /** Natural ordering and sort paths: the field they are made from. */
  readonly from?: string;
}

/** One field of one model: frozen, named by its model. */
export interface Field extends FieldOptions, SpecialOptions {
  readonly kind: Kind;
  readonly name: string;
}

/** A field before its model has named it. */
export type Unnamed = Omit<Field, 'name'>;
