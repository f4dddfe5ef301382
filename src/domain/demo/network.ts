import { createObjects } from '#operations/write/create-objects.ts';
import { updateObjects } from '#operations/write/update-objects.ts';
import type { WriteContext } from '#operations/write/write-context.ts';

export type Body = Readonly<Record<string, unknown>>;

/** The network while it is made: what is there by name, and one operation for each kind of thing. */
export class DemoNetwork {
  readonly context: WriteContext;
  readonly #ids = new Map<string, number>();

  constructor(context: WriteContext) {
    this.context = context;
  }

  /** Makes objects in bulk and remembers them by what they are called. */
  async add(model: string, bodies: readonly Body[]): Promise<number[]> {
    if (bodies.length === 0) return [];
    const { drafts } = await createObjects(this.context, this.context.registry.get(model), bodies);
    return drafts.map(({ key, input }) => {
      const name = input.name ?? input.model ?? input.cid ?? input.ssid ?? input.address ?? input.asn;
      if (name !== undefined) this.#ids.set(`${model} ${name}`, Number(key));
      return Number(key);
    });
  }

  async change(model: string, bodies: readonly (Body & { readonly id: number })[]): Promise<void> {
    if (bodies.length === 0) return;
    const targets = bodies.map(({ id, ...input }) => ({ key: String(id), input }));
    await updateObjects(this.context, { model: this.context.registry.get(model), targets, partial: true, bulk: true });
  }

  id(model: string, name: string | number): number {
    const id = this.#ids.get(`${model} ${name}`);
    if (id === undefined) throw new Error(`the demo network has no ${model} ${name}`);
    return id;
  }

  /** Remembers the components that devices got from their types: `id('dcim.interface', 'ham1-spine-1 mgmt0')`. */
  async learnComponents(): Promise<void> {
    for (const kind of components) {
      const rows = await this.context.rows(
        `select d.name, c.name, c.id from dcim_${kind} c join dcim_device d on d.id = c.device_id`,
      );
      for (const [device, name, id] of rows) this.#ids.set(`dcim.${kind} ${device} ${name}`, Number(id));
    }
  }

  /** What a cable ends at: `end('interface', 'ham1-spine-1 mgmt0')`. */
  end(kind: string, name: string): { object_type: string; object_id: number } {
    const model = kind === 'circuittermination' ? `circuits.${kind}` : `dcim.${kind}`;
    return { object_type: model, object_id: this.id(model, name) };
  }
}

const components = [
  'consoleport',
  'consoleserverport',
  'powerport',
  'poweroutlet',
  'interface',
  'frontport',
  'rearport',
] as const;

/** The numbers from 1. */
export const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

export const slugged = (name: string): { name: string; slug: string } => ({
  name,
  slug: name.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
});
