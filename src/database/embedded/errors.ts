/** What can go wrong with the embedded PostgreSQL; each message says what to do about it. */
export class EmbeddedPostgresError extends Error {
  override name = 'EmbeddedPostgresError';
}

/** This platform has no binaries, or they cannot be used where they lie. */
export class BinariesUnusableError extends EmbeddedPostgresError {
  override name = 'BinariesUnusableError';
}

/** Another Patchbay process serves this data directory. */
export class InstanceRunningError extends EmbeddedPostgresError {
  override name = 'InstanceRunningError';
  constructor(dataDirectory: string, holder: string | null) {
    super(
      `Another Patchbay${holder ? ` (process ${holder})` : ''} is using the data directory ${dataDirectory}. ` +
        'Stop it first, or give this one a DATA_DIR of its own.',
    );
  }
}

/** The data directory was written by another major version of PostgreSQL. */
export class OtherMajorVersionError extends EmbeddedPostgresError {
  override name = 'OtherMajorVersionError';
  constructor(directory: string, found: string, expected: string) {
    super(
      `The data in ${directory} was written by PostgreSQL ${found}, and this Patchbay carries PostgreSQL ${expected}. ` +
        `Serve it with the Patchbay that wrote it and dump it there (pg_dump, plain format), ` +
        `then load the dump into a new DATA_DIR with --import.`,
    );
  }
}

/** The server did not come up. */
export class StartFailedError extends EmbeddedPostgresError {
  override name = 'StartFailedError';
  constructor(what: string, log: string) {
    super(`${what}\n${log.trim() || '(PostgreSQL wrote nothing to its log.)'}`);
  }
}
