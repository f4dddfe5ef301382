import type { ChoiceMeta } from './contract.ts';

/** What the web interface is told about the form of a model: `GET /patchbay/meta/<app>/<endpoint>/form/`. */

/** How a form edits a value; `web/forms/fields/` has a field for each. */
export type Widget =
  | 'actions'
  | 'address'
  | 'attributes'
  | 'boolean'
  | 'choice'
  | 'choicePairs'
  | 'choices'
  | 'code'
  | 'color'
  | 'constraints'
  | 'customFields'
  | 'date'
  | 'dateTime'
  | 'decimal'
  | 'email'
  | 'generic'
  | 'image'
  | 'json'
  | 'lines'
  | 'mac'
  | 'markdown'
  | 'network'
  | 'number'
  | 'numbers'
  | 'objectType'
  | 'objectTypes'
  | 'password'
  | 'portMappings'
  | 'portPositions'
  | 'position'
  | 'ranges'
  | 'relation'
  | 'relations'
  | 'slug'
  | 'tags'
  | 'terminations'
  | 'text'
  | 'texts'
  | 'timeZone'
  | 'url'
  | 'wwn';

export interface FormMeta {
  /** `dcim.device` */
  readonly model: string;
  /** What can be set, in REST order. */
  readonly fields: readonly FormFieldMeta[];
  /** Every field once, but for those that have a place of their own: comments, custom fields. */
  readonly groups: readonly FormGroupMeta[];
  /** The field that patterns such as `eth[0-47]` make many objects of. */
  readonly pattern?: string;
}

export interface FormGroupMeta {
  readonly label: string;
  /** Names of fields; a list stands for alternatives, of which one at most is given. */
  readonly fields: readonly (string | readonly string[])[];
}

export interface FormChoice extends ChoiceMeta {
  /** The heading that the choice stands under. */
  readonly group?: string;
}

export interface FormFieldMeta {
  /** The field's name in REST; of a generic relation, the name under which its object is served. */
  readonly name: string;
  readonly label: string;
  readonly widget: Widget;
  readonly help?: string;
  /** Must have a value. */
  readonly required?: true;
  /** No value is written as null, else as an empty one. */
  readonly nullable?: true;
  readonly default?: unknown;
  readonly choices?: readonly FormChoice[];
  /** Texts: characters at most. */
  readonly max?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  /** Decimals: digits behind the point. */
  readonly places?: number;
  /** Copied when an object is cloned. */
  readonly clone?: true;
  /** Given only when an object is made, only afterwards, or only where many are edited together. */
  readonly only?: 'create' | 'change' | 'many';
  /** Shown only while the field named has one of the values; an empty one stands for none. */
  readonly when?: { readonly field: string; readonly values: readonly string[] };
  /** Relations: the model picked from. */
  readonly model?: string;
  /** Relations: how the list picked from is narrowed by what else is in the form. */
  readonly pick?: readonly PickMeta[];
  /** Relations: what the objects are parts of, picked before them. */
  readonly within?: WithinMeta;
  /** Generic relations: the fields that REST takes, and the models that they may name. */
  readonly generic?: GenericMeta;
  /** Not stored: it narrows the lists that other fields are picked from. */
  readonly narrows?: NarrowsMeta;
  /** Slugs: the field that they follow until they are touched. */
  readonly from?: string;
}

/** A parameter of the list picked from: the value of a field of the form, or a value that is always the same. */
export interface PickMeta {
  readonly parameter: string;
  readonly field?: string;
  readonly value?: string;
  /** The value is the id of the object type that the form is of. */
  readonly objectType?: true;
  /** Generic relations: the only model whose objects narrow. */
  readonly type?: string;
  /** With that: what counts isn't the object but what this relation of it names. */
  readonly part?: string;
  /** Those for which the parameter has no value are offered, too. */
  readonly orNull?: true;
}

export interface NarrowsMeta {
  /** What is narrowed. */
  readonly labels: readonly string[];
  /** The single relation that is narrowed, and the way from what is chosen there to what stands here. */
  readonly field?: string;
  readonly way?: readonly { readonly model: string; readonly field: string }[];
}

export interface WithinMeta {
  readonly model: string;
  /** The relation of the picked objects that points at it, and the parameter that asks for it. */
  readonly field: string;
  readonly parameter: string;
}

export interface GenericMeta {
  readonly type: string;
  readonly id: string;
  readonly types: readonly GenericTypeMeta[];
}

export interface GenericTypeMeta {
  readonly model: string;
  readonly within?: WithinMeta;
}
