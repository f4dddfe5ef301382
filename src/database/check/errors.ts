/** The database is none that this program can serve; the message says which kind it is and what to do. */
export class DatabaseCheckError extends Error {
  override name = 'DatabaseCheckError';
  readonly kind: 'empty' | 'foreign' | 'older' | 'newer';
  constructor(kind: DatabaseCheckError['kind'], message: string) {
    super(message);
    this.kind = kind;
  }
}
