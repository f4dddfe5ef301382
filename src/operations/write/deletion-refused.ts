import { HttpError } from '#base/http-error.ts';
import type { Model } from '#registry/model.ts';
import { bulkError } from './bulk-error.ts';
import { wholeObject } from './field-errors.ts';

/** Objects can't be deleted: others point at them and are protected, or a rule says no. */
export class DeletionRefused extends Error {
  /** By the key that was to be deleted: who forbids it. */
  readonly blockers: ReadonlyMap<string, readonly { model: Model; key: string }[]>;
  /** By the key that was to be deleted: what rules say. */
  readonly refusals: ReadonlyMap<string, readonly string[]>;

  constructor(parts: {
    blockers: ReadonlyMap<string, readonly { model: Model; key: string }[]>;
    refusals: ReadonlyMap<string, readonly string[]>;
    text: string;
  }) {
    super(parts.text);
    this.blockers = parts.blockers;
    this.refusals = parts.refusals;
  }

  /** The answer: 409 where objects are protected, 400 where a rule alone says no; by id in bulk. */
  answer({ bulk, total }: { bulk: boolean; total: number }): HttpError {
    const status = this.blockers.size > 0 ? 409 : 400;
    if (!bulk)
      return new HttpError(
        status,
        this.blockers.size > 0 ? this.message : [...this.refusals.values()].flat().join(' '),
      );
    const ids = new Set([...this.blockers.keys(), ...this.refusals.keys()]);
    return bulkError(status, {
      problems: [...ids].map((key) => ({
        id: Number(key),
        errors: {
          [wholeObject]: this.blockers.has(key)
            ? [`Unable to delete: ${this.blockers.get(key)!.length} dependent object(s) prevent deletion.`]
            : this.refusals.get(key)!,
        },
      })),
      total,
      what: 'could not be deleted',
    });
  }
}
