/** A file that a form carries. */
export interface UploadedFile {
  readonly filename: string;
  readonly type: string;
  readonly content: Buffer;
}

/** The file in a value of a form; undefined where it is none. */
export const uploadedFile = (value: unknown): UploadedFile | undefined =>
  typeof value === 'object' && value !== null && Buffer.isBuffer((value as UploadedFile).content)
    ? (value as UploadedFile)
    : undefined;
