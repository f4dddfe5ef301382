import type { Measured } from '#operations/read/contract.ts';

/** What the web interface is told about the models. Everything it shows is driven by this; it knows no model by name. */

/** How a value is shown, and later edited. */
export type View =
  | 'boolean'
  | 'choice'
  | 'choices'
  | 'color'
  | 'count'
  | 'customFields'
  | 'date'
  | 'dateTime'
  | 'decimal'
  | 'email'
  | 'file'
  | 'identity'
  | 'json'
  | 'list'
  | 'markdown'
  | 'number'
  | 'relation'
  | 'relations'
  | 'tags'
  | 'text'
  | 'url'
  | 'utilization';

/** `GET /patchbay/meta/`: what every page needs: the models by name and the menu. */
export interface MetaIndex {
  /** The program's version. */
  readonly version: string;
  readonly apps: readonly AppMeta[];
  readonly models: readonly ModelSummary[];
  readonly menu: readonly MenuSection[];
  readonly customFields: CustomFieldsMeta;
  /** Files that the server keeps and an import may read. */
  readonly dataFiles: CustomFieldsMeta;
  /** Where the ids of object types are found. */
  readonly objectTypes: Pick<CustomFieldsMeta, 'api'>;
  readonly attached: readonly AttachedMeta[];
}

/** What people attach to an object, whatever its model: shown in tabs of the object's page. */
export interface AttachedMeta {
  readonly kind: 'journal' | 'images' | 'contacts' | 'changes';
  readonly model: string;
  /** Below `/api/`, without slashes around. */
  readonly api: string;
  readonly permission: string;
  /** The feature that a model has whose objects it can be attached to. */
  readonly feature: string;
  /** The parameters that take the object's model (`dcim.site`) and its number. */
  readonly type: string;
  readonly id: string;
}

/** Where the fields that administrators add are defined. */
export interface CustomFieldsMeta {
  /** Below `/api/`, without slashes around. */
  readonly api: string;
  readonly permission: string;
}

export interface AppMeta {
  readonly name: string;
  readonly label: string;
}

export interface ModelSummary {
  /** `dcim.devicetype` */
  readonly id: string;
  readonly app: string;
  /** `device type`, in lower case but for acronyms. */
  readonly label: string;
  readonly plural: string;
  /** Below `/api/`, without slashes around: `dcim/device-types`. */
  readonly api: string;
  /** Below the interface's root: as `api` but for a few (`core/changelog`). */
  readonly path: string;
  /** Whether objects are made and changed by a form. */
  readonly form?: boolean;
  /** Colours by choice field, for badges of this model's objects: `{ status: { active: 'green' } }`. */
  readonly colors?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Its objects, few and with a slug, have colours of their own: roles, types. */
  readonly tinted?: true;
}

export interface MenuSection {
  readonly label: string;
  readonly icon: string;
  readonly groups: readonly MenuGroup[];
}

export interface MenuGroup {
  readonly label: string;
  readonly items: readonly MenuItem[];
}

export interface MenuItem {
  readonly label: string;
  /** Below the interface's root, without slashes around. */
  readonly path: string;
  readonly model: string;
  /** The permission that is needed to see it: `dcim.view_site`. */
  readonly permission: string;
  /** The letter that, after `g`, leads here. */
  readonly key?: string;
}

/** `GET /patchbay/meta/<app>/<endpoint>/`: one model in full. */
export interface ModelMeta extends ModelSummary {
  /** What one is, in a sentence. */
  readonly help: string;
  /** In REST order. */
  readonly fields: readonly FieldMeta[];
  readonly columns: readonly ColumnMeta[];
  readonly filters: readonly FilterMeta[];
  readonly panels: readonly PanelMeta[];
  /** Lists of other models that can be filtered by an object of this one. */
  readonly related: readonly RelatedMeta[];
  readonly features: readonly string[];
  /** Whether `q` is understood. */
  readonly search: boolean;
  /** Whether objects are made and changed by a form. */
  readonly form: boolean;
  /** The list's name in NetBox, under which users' preferences keep its columns: `DeviceTable`. */
  readonly table: string;
  /** Its objects are only looked at. */
  readonly readOnly?: true;
}

export interface ChoiceMeta {
  readonly value: string | number;
  readonly label: string;
  readonly color?: string;
}

export interface FieldMeta {
  readonly name: string;
  readonly label: string;
  readonly view: View;
  /** The model that a relation points at; absent where it can be any. */
  readonly model?: string;
  readonly choices?: readonly ChoiceMeta[];
  /** Counts: the list that they count. */
  readonly counts?: RelatedMeta;
}

export interface ColumnMeta {
  /** The column's name as NetBox 4.7 has it in its tables. */
  readonly name: string;
  readonly label: string;
  /** Where the value is in an object's REST representation; the first step is the field to ask for. */
  readonly path: readonly string[];
  readonly view: View;
  /** The model that a relation points at; absent where it can be any. */
  readonly model?: string;
  /** The field that `ordering` takes, absent where the list cannot be sorted by this column. */
  readonly sort?: string;
  /** Shown unless the user chooses otherwise. */
  readonly shown?: true;
  readonly counts?: RelatedMeta;
  /** Not in the object: `GET /patchbay/columns/<app>/<endpoint>/` tells it under the column's name. */
  readonly far?: true;
  /** Choices of other models: their colours. */
  readonly colors?: Readonly<Record<string, string>>;
  /** Not in the object: `GET /patchbay/measures/<app>/<endpoint>/` tells it under the column's name. */
  readonly measured?: true;
}

export type FilterView = 'boolean' | 'choice' | 'date' | 'dateTime' | 'decimal' | 'number' | 'object' | 'text';

export interface FilterMeta {
  /** The query parameter, without a lookup. */
  readonly name: string;
  readonly label: string;
  readonly view: FilterView;
  /** Suffixes that the parameter takes besides none: `ic`, `n`, `gte`, `empty` … */
  readonly lookups: readonly string[];
  /** Objects: the model picked from, and the attribute that the parameter carries. */
  readonly model?: string;
  readonly attribute?: string;
  readonly choices?: readonly ChoiceMeta[];
  /** Custom fields: where their choices are asked for. */
  readonly choicesAt?: string;
}

export interface PanelMeta {
  readonly label: string;
  readonly fields: readonly string[];
}

/** A list that an object leads to: `{ model: 'dcim.device', filter: 'site_id' }`. */
export interface RelatedMeta {
  readonly model: string;
  readonly filter: string;
  readonly label: string;
  /** The field of the object that already counts the list, if any. */
  readonly count?: string;
  /** What, before the object's id, an address of the list's form says to make one that belongs to it: `device=`. */
  readonly add?: string;
}

/**
 * `GET /patchbay/counts/`: how many objects the asker may see, by model. `GET /patchbay/related/<app>/<endpoint>/<id>/`: how
 * many of them refer to an object, by `<model> <filter>`, and are attached to it, by kind.
 */
export type Counts = Readonly<Record<string, number>>;

/** `GET /patchbay/columns/<app>/<endpoint>/`, by the object's key and the column's name. */
export type FarValues = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** `GET /patchbay/measures/<app>/<endpoint>/`, by the object's key. */
export type MeasuredObjects = Readonly<Record<string, Measured>>;
