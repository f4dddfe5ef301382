/** Errors of one object: messages by field; `__all__` for those of no field. Values may be shaped like the field. */
export class FieldErrors {
  readonly #byField = new Map<string, unknown>();

  /** What ended the request, where it was no field's fault: the `detail` of a single object's answer. */
  #aborted: string | undefined;

  get any(): boolean {
    return this.#byField.size > 0;
  }

  /** Refuses the object for a reason that is not its values'. */
  abort(message: string): void {
    this.#aborted ??= message;
    this.add(wholeObject, message);
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

  /** What a request for this object alone is answered with. */
  get alone(): string | Record<string, unknown> {
    return this.#aborted ?? this.body;
  }

  /** The body that the API answers with. */
  get body(): Record<string, unknown> {
    return Object.fromEntries(this.#byField);
  }
}

/** The key of errors that no field has (NetBox 4.7's NON_FIELD_ERRORS_KEY). */
export const wholeObject = '__all__';
