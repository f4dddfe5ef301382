/** Why Python did not do what it was asked. */
export type PythonFault =
  /** The text is not run: it does or names what is not supported. */
  | 'refused'
  /** The text raised an error. */
  | 'raised'
  /** It took longer, or needed more memory, than it may. */
  | 'time'
  | 'memory'
  /** What it returned has no form in JSON. */
  | 'value'
  /** Python itself ended, or did not start. */
  | 'ended';

export interface PythonErrorDetails {
  readonly fault: PythonFault;
  /** Where: the name of the text's file, and the line in it. */
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  /** Of a raised error: its class, and all that this is a kind of. */
  readonly type?: string | undefined;
  /** Its words alone. */
  readonly said?: string | undefined;
  readonly kinds?: readonly string[] | undefined;
  /** Every problem of a refused text. */
  readonly problems?: readonly { readonly line: number; readonly reason: string }[];
  /** What the text printed and logged before. */
  readonly printed?: string;
}

/** An error of a text in Python. Its message names file and line, and can be shown to whoever wrote the text. */
export class PythonError extends Error {
  override name = 'PythonError';
  readonly details: PythonErrorDetails;
  /** The message without file and line. */
  readonly reason: string;

  constructor(reason: string, details: PythonErrorDetails) {
    super(`${place(details)}${reason}`);
    this.reason = reason;
    this.details = details;
  }

  get fault(): PythonFault {
    return this.details.fault;
  }
}

function place({ file, line }: PythonErrorDetails): string {
  if (file === undefined) return '';
  return line === undefined ? `${file}: ` : `${file}, line ${line}: `;
}
