/** A data source as its row says. */
export interface Source {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly url: string;
  readonly ignoreRules: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** Files of a source in a folder of this machine, for as long as they are read. */
export interface OpenSource {
  readonly folder: string;
  close(): Promise<void>;
}

/** What opening a source takes beside the source. */
export interface Opening {
  readonly signal: AbortSignal;
  /** NetBox's HTTP_PROXIES. */
  readonly proxies: Readonly<Record<string, string>>;
  /** Folders of the server's own that no source may lie in, nor around. */
  readonly closed: readonly string[];
}

/** A source cannot be read; the message is for whoever looks at the job. */
export class SourceError extends Error {
  override name = 'SourceError';
}
