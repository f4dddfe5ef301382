import type { ImportResult } from '#operations/import/contract.ts';

/** Ends the transaction of an import that has errors, and carries them. */
export class ImportRefused extends Error {
  readonly result: ImportResult;
  constructor(result: ImportResult) {
    super('rows were refused');
    this.result = result;
  }
}
