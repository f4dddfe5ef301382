/** What the interface asks and is told of many objects at once. */
import type { ImportRequest, ImportResult } from '#operations/import/contract.ts';
import type { ChoiceMeta } from '../meta/contract.ts';

/** `GET /patchbay/import/<app>/<endpoint>/` */
export interface ImportColumns {
  readonly columns: readonly ImportColumnMeta[];
}

/** A column that an import of a model knows. */
export interface ImportColumnMeta {
  readonly name: string;
  readonly label: string;
  readonly required?: true;
  readonly unique?: true;
  /** The kind of the field that it gives. */
  readonly kind?: string;
  /** Relations: the model, and what may stand behind the name (`site.slug`). */
  readonly model?: string;
  readonly attributes?: readonly string[];
  /** The columns whose objects it tells apart. */
  readonly narrows?: readonly string[];
  readonly choices?: readonly Pick<ChoiceMeta, 'value' | 'label'>[];
  readonly hint?: string;
}

/** `POST /patchbay/import/<app>/<endpoint>/` */
export interface ImportAsked extends ImportRequest {
  /** It is all done, and undone. */
  readonly preview: boolean;
  /** It is left to a job: the answer is 202 with a JobLeft. */
  readonly background: boolean;
}

/** Where work was left to a job: as the REST API answers `?background=true`. */
export interface JobLeft {
  readonly job: { readonly id: number; readonly url: string; readonly status: string };
}

/** A line of the answer to it: how far it is, at last the result or what went wrong. */
export type ImportLine = { readonly done: number } | { readonly result: ImportResult } | { readonly error: string };

/** `POST /patchbay/deletion/<app>/<endpoint>/` */
export interface DeletionAsked {
  readonly ids: readonly number[];
}

/** `GET /patchbay/data-file/<id>/` */
export interface DataFileText {
  readonly content: string;
}

/** `POST /patchbay/together/` */
export interface TogetherAsked {
  readonly steps: readonly TogetherStep[];
}

/** An object that is made or, where its id is told, changed. */
export interface TogetherStep {
  /** Its path in the API: `ipam/ip-addresses`. */
  readonly model: string;
  readonly id?: number | StepReference;
  /** What REST would be given; `{ "$step": 0 }` in it is the id of what that step wrote. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly ifMatch?: string;
}

export interface StepReference {
  readonly $step: number;
}

/** The objects as the API serves them, in the order of the steps. */
export type TogetherWritten = readonly (Readonly<Record<string, unknown>> & { readonly id: number })[];

/** What was refused: by which step, and what REST would say. */
export interface TogetherRefusal {
  readonly step: number;
  readonly errors: unknown;
}

/** `POST /patchbay/change/<app>/<endpoint>/`: a change of many objects that is to be rehearsed. */
export interface ChangeAsked {
  /** As they would be sent to the collection with PATCH. */
  readonly objects: readonly (Readonly<Record<string, unknown>> & { readonly id: number })[];
  /** What is to be told of them: names of the API, custom fields as `cf_<name>`. */
  readonly fields: readonly string[];
}

/** What the change would do. */
export interface ChangePreview {
  readonly count: number;
  /** How many of them would be another than now, as far as the fields tell. */
  readonly changed: number;
  readonly fields: readonly FieldChange[];
}

export interface FieldChange {
  readonly name: string;
  /** The values that most objects have now, what becomes of them, and how many that are. */
  readonly values: readonly { readonly before: unknown; readonly after: unknown; readonly count: number }[];
  /** How many objects have others. */
  readonly others: number;
}
