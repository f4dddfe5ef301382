/** `GET /patchbay/system/`: what superusers are told of the program, its database, its settings and who is logged in. */
export interface SystemFacts {
  readonly program: {
    readonly version: string;
    readonly netbox_version: string;
    readonly runtime: string;
    readonly started: string;
    /** Bytes. */
    readonly memory: number;
  };
  readonly database: {
    readonly version: string;
    readonly name: string;
    /** Bytes. */
    readonly size: number;
    readonly connections: number;
  };
  /** The processes that run jobs. */
  readonly workers: readonly SystemWorker[];
  /** How many objects of each model there are, whoever may see them. */
  readonly objects: Readonly<Record<string, number>>;
  readonly people: readonly LoggedIn[];
  /** Those that differ from their defaults; of secrets, only that they are given. */
  readonly settings: readonly { readonly name: string; readonly value: unknown; readonly secret: boolean }[];
}

export interface SystemWorker {
  readonly name: string;
  readonly pid: string;
  readonly busy: boolean;
  readonly successful: number;
  readonly failed: number;
}

/** A session, and whose it is. */
export interface LoggedIn {
  readonly id: number;
  readonly username: string;
  readonly address: string | null;
  readonly agent: string | null;
  readonly provider: string | null;
  readonly seen: string;
}
