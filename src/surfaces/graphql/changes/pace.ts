/** Events that are made ahead of what the client has taken. */
const ahead = 16;

/** Keeps what makes a stream's events from running ahead of what the client reads. */
export class Pace {
  #made = 0;
  #sent = 0;
  #over = false;
  #wake: (() => void) | undefined;

  /** Notes that an event was made; resolves when the next may be. */
  async made(): Promise<void> {
    this.#made++;
    while (!this.#over && this.#made - this.#sent > ahead)
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
  }

  /** Notes that an event was taken. */
  sent(): void {
    this.#sent++;
    this.#wake?.();
  }

  /** Nothing is sent any longer. */
  end(): void {
    this.#over = true;
    this.#wake?.();
  }
}
