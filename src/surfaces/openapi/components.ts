import type { Settings } from '#base/settings.ts';
import type { Registry } from '#registry/registry.ts';
import { ref, type Schema } from './schema.ts';

/** The components of a document while it is written: each is made when it is first referred to. */
export class Components {
  readonly registry: Registry;
  readonly settings: Pick<Settings, 'FIELD_CHOICES'>;
  readonly #made = new Map<string, Schema | undefined>();

  constructor(registry: Registry, settings: Pick<Settings, 'FIELD_CHOICES'>) {
    this.registry = registry;
    this.settings = settings;
  }

  /** A reference to the component, which `make` describes where nobody has referred to it yet. */
  ref(name: string, make: () => Schema): Schema {
    if (!this.#made.has(name)) {
      this.#made.set(name, undefined); // a model may lead back to itself
      this.#made.set(name, make());
    }
    return ref(name);
  }

  /** Every component by name, sorted. */
  all(): Record<string, Schema> {
    return Object.fromEntries([...this.#made].sort(([one], [other]) => (one < other ? -1 : 1))) as Record<
      string,
      Schema
    >;
  }
}
