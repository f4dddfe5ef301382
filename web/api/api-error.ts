import { text } from '../texts/text.ts';

/** An answer that is not a success, with the server's own words where it gave some. */
export class ApiError extends Error {
  readonly status: number;
  /** The refused fields or parameters with their messages. */
  readonly fields: Readonly<Record<string, string>>;
  /** The answer as it came. */
  readonly body: unknown;

  constructor(status: number, body: unknown) {
    const fields = messages(body);
    super(fields.detail ?? text('error.status', { status }));
    this.status = status;
    this.fields = fields;
    this.body = body;
  }
}

function messages(body: unknown): Record<string, string> {
  if (typeof body !== 'object' || body === null) return {};
  const entries = Object.entries(body).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.map(String).join(' ') : typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return Object.fromEntries(entries) as Record<string, string>;
}
