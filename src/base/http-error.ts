/** An answer that is an error: thrown anywhere below a surface, which turns it into its protocol's spelling. */
export class HttpError extends Error {
  readonly status: number;
  /** The body: `{detail}` or errors keyed by field. */
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) {
    super(typeof body === 'string' ? body : JSON.stringify(body));
    this.status = status;
    this.headers = headers;
    this.body = typeof body === 'string' ? { detail: body } : body;
  }
}

/** 404 in NetBox's words for a model: `No Site matches the given query.` */
export const notFound = (className: string): HttpError =>
  new HttpError(404, `No ${className} matches the given query.`);

/** 403 for somebody who may not. */
export const forbidden = (): HttpError => new HttpError(403, 'You do not have permission to perform this action.');
