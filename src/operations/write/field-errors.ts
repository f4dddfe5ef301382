/** Errors of one object: messages by field; `__all__` for those of no field. Values may be shaped like the field. */
export class FieldErrors {
  readonly #byField = new Map<string, unknown>();

  get any(): boolean {
    return this.#byField.size > 0;
  }

  /** Adds a message to a field's. */
  add(field: string, message: string): void {
    const known = this.#byField.get(field);
    if (Array.isArray(known)) known.push(message);
    else this.#byField.set(field, [message]);
  }

  /** Errors that have a shape of their own, such as a list's by position. */
  set(field: string, errors: unknown): void {
    this.#byField.set(field, errors);
  }

  has(field: string): boolean {
    return this.#byField.has(field);
  }

  /** The body that the API answers with. */
  get body(): Record<string, unknown> {
    return Object.fromEntries(this.#byField);
  }
}

/** The key of errors that no field has (NetBox 4.7's NON_FIELD_ERRORS_KEY). */
export const wholeObject = '__all__';
