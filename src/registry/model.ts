import type { Field, Unnamed } from '#fields/field.ts';
import type { Constraint, DatabaseQuirks, Index } from './database.ts';
import type { FilterDeclaration } from './filter.ts';
import type { GraphqlFacts } from './graphql-facts.ts';
import { words } from './names.ts';

/** What a model can take part in; names as in NetBox 4.7's feature registry, camel-cased. */
export type Feature =
  | 'bookmarks'
  | 'changeLogging'
  | 'cloning'
  | 'contacts'
  | 'customFields'
  | 'customLinks'
  | 'customValidation'
  | 'eventRules'
  | 'exportTemplates'
  | 'imageAttachments'
  | 'jobs'
  | 'journaling'
  | 'notifications'
  | 'syncedData'
  | 'tags'
  | 'public';

/** A search term of `q`: the path, and the comparison where it isn't a case-insensitive part. */
export type QuickSearch = string | readonly [path: string, lookup: string];

/** A text that the global search knows though no field is it: how it is made of fields' texts. */
export interface SearchText {
  readonly weight: number;
  readonly of: readonly string[];
  readonly text: (...values: (string | null)[]) => string;
}

/**
 * How an object is called in one line: a template over field paths (`{name} ({vid})`, `{role:label}` for a choice's
 * label, a relation for the related object's own line); several templates, of which the first without an empty part
 * counts; the paths and a one-line function over their texts (null where absent); or a behaviour of src/domain/display/.
 */
export type Display =
  | string
  | readonly string[]
  | { readonly by: string }
  | { readonly of: readonly string[]; readonly text: (...values: (string | null)[]) => string };

/** Columns of the list in the web interface. */
export interface Table {
  readonly columns: string;
  readonly default: string;
  /** Columns whose values REST doesn't serve of the objects, and the ways to them (src/operations/read/far-path.ts). */
  readonly far?: Readonly<Record<string, string>>;
}

/**
 * Fields of a form by the label of their group, the first one under the model's own name: `''`. Fields between blanks;
 * `a|b` are alternatives. What is not named follows where its topic would stand.
 */
export type FormGroups = Readonly<Record<string, string>>;

/** What a model file says. */
export interface ModelDeclaration {
  /** Fields in the order in which REST serves them; stored ones that it doesn't serve come last. */
  readonly fields: Readonly<Record<string, Unnamed>>;
  /** The primary key: a bigint `id` unless said. */
  readonly key?: 'bigint' | 'integer' | 'none' | Unnamed;
  readonly features?: readonly Feature[];
  /** Offered where a model is to be chosen, such as by a permission; what REST serves is, unless said. */
  readonly public?: boolean;
  /** Permissions beside add, change, delete and view: the codename and how it reads. */
  readonly permissions?: readonly (readonly [codename: string, name: string])[];
  /** REST path below /api/: `dcim/sites`. Absent: not served. */
  readonly rest?: string;
  /** REST lists and shows it, and takes no writes. */
  readonly readOnly?: boolean;
  /** Whoever may use the API may view all objects, without a permission. */
  readonly viewedByAll?: boolean;
  /** Who may see no object of it gets an empty list, and no refusal. */
  readonly listedToAll?: boolean;
  /** Whether bulk requests may be left to a job (`?background=true`); they may, unless said. */
  readonly background?: false;
  /** The paths below `rest` are actions of src/domain/actions/ alone. */
  readonly actionsOnly?: boolean;
  /** Web path where it isn't the REST path. */
  readonly web?: string;
  /** The class's name in NetBox, from which GraphQL's and OpenAPI's names come: `Site`. */
  readonly className: string;
  /** What one is, in a sentence for people. */
  readonly description: string;
  /** How one is called in running text, where the class's name doesn't say it. */
  readonly label?: string;
  /** How several are called, where it isn't the label and an s. */
  readonly plural?: string;
  /** The table, where it isn't `<app>_<model>`. */
  readonly table?: string;
  readonly ordering?: readonly string[];
  readonly display?: Display;
  /** How the change log calls an object, where it isn't the display line. */
  readonly repr?: Display;
  /** Relations to the object to which a change is shown as related: the first that is set counts. */
  readonly changesOf?: readonly string[];
  /** Fields of the brief shape (`?brief=true`, and inside other objects). */
  readonly brief?: string;
  /** Fields of other shapes by name: what some relations serve instead of the brief one. */
  readonly shapes?: Readonly<Record<string, string>>;
  readonly quickSearch?: readonly QuickSearch[];
  /** Texts that the global search knows beside fields, by name: from which fields, and how; the weight as a field's. */
  readonly searchTexts?: Readonly<Record<string, SearchText>>;
  /** Filters beside those that fields and features give; false takes one of those away. */
  readonly filters?: Readonly<Record<string, FilterDeclaration | false>>;
  readonly list?: Table;
  /** The relation that narrows the list wherever one is picked, by a field of the form that isn't stored: `tenant_group`. */
  readonly pickedBy?: string;
  /** The form's groups of fields, where what follows from their names doesn't do. */
  readonly form?: FormGroups;
  readonly constraints?: readonly Constraint[];
  readonly indexes?: readonly Index[];
  readonly database?: DatabaseQuirks;
  /** The model whose table this one extends row by row (multi-table inheritance). */
  readonly extends?: string;
  /** Fields of the identity line that REST leaves out (`display_url` for models without a page). */
  readonly without?: readonly ('display_url' | 'display' | 'url')[];
  /** Another model's rows under another name: no table of its own. */
  readonly proxy?: string;
  /** How GraphQL deviates from what the fields say; false: it doesn't serve the model. */
  readonly graphql?: false | GraphqlFacts;
}

/** A model as the rest of the program sees it: frozen, complete, every name derived. */
export interface Model extends Omit<ModelDeclaration, 'fields' | 'table' | 'rest' | 'label' | 'plural'> {
  /** `dcim.site` */
  readonly name: string;
  readonly app: string;
  /** `site` */
  readonly model: string;
  readonly table: string;
  /** `wireless LAN`, `wireless LANs`: as in running text. */
  readonly label: string;
  readonly plural: string;
  readonly rest: string | undefined;
  readonly fields: ReadonlyMap<string, Field>;
}

/**
 * Declares a model. Throws at import when a fact contradicts itself, naming `<app>.<model>.<field>`.
 */
export function model(name: string, declaration: ModelDeclaration): Model {
  const [app, short] = name.split('.') as [string, string];
  const fields = new Map<string, Field>();
  for (const [key, unnamed] of Object.entries(declaration.fields))
    fields.set(key, Object.freeze({ ...unnamed, name: key }));
  const label = declaration.label ?? words(declaration.className);
  return Object.freeze({
    ...declaration,
    label,
    plural: declaration.plural ?? `${label}s`,
    name,
    app,
    model: short,
    table: declaration.table ?? `${app}_${short}`,
    rest: declaration.rest,
    fields,
  });
}
