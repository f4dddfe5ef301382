/** What pages of objects are told beside what REST tells, by the last step of `/patchbay/page/<app>/<endpoint>/<id>/…`. */
export interface PageFacts {
  readonly '': ObjectMarks & { readonly links: readonly PageLink[] };
  readonly 'config-context': ConfigContexts;
  readonly 'render-config': RenderedConfig;
}

/** The keys of the asker's own bookmark of an object and subscription to it. */
export interface ObjectMarks {
  readonly bookmark: number | null;
  readonly subscription: number | null;
}

/** A button that an administrator put on the pages of a model. */
export interface PageLink {
  readonly text: string;
  readonly url: string;
  readonly group: string;
  /** A name of NetBox's button classes: `blue`, `ghost-dark` … */
  readonly style: string;
  readonly newWindow: boolean;
  /** Why the link cannot be shown. */
  readonly error?: string;
}

/** An object's config context, and what it is merged from: contexts in the order in which they apply, then its own data. */
export interface ConfigContexts {
  readonly rendered: unknown;
  readonly local: unknown;
  readonly sources: readonly {
    readonly id: number;
    readonly name: string;
    readonly weight: number;
    readonly description: string;
    readonly data: unknown;
  }[];
}

/** An object's rendered configuration and the template that made it, or why there is none. */
export type RenderedConfig = { readonly template: number; readonly content: string } | { readonly error: string };
