import { attributeOf } from '../jinja/filters.ts';
import { pending } from '../jinja/pending.ts';
import { isMapping, pythonText, quotedText, Speaking } from '../jinja/python-values.ts';

/** Objects that belong to another, with what Django's managers and query sets are mostly asked for. */
export class ObjectManager extends Speaking {
  readonly #objects: readonly Speaking[];

  constructor(objects: readonly Speaking[]) {
    super();
    this.#objects = objects;
  }

  text(): string {
    return `[${this.#objects.map(quotedText).join(', ')}]`;
  }

  override items(): readonly unknown[] {
    return this.#objects;
  }

  member(name: string): unknown {
    const objects = this.#objects;
    switch (name) {
      case 'all':
      case 'order_by':
      case 'select_related':
      case 'prefetch_related':
        return () => this;
      case 'filter':
        return (given: unknown) => manager(objects.filter((one) => matches(one, given)));
      case 'exclude':
        return (given: unknown) => manager(objects.filter((one) => !matches(one, given)));
      case 'get':
        return (given: unknown) => objects.find((one) => matches(one, given)) ?? null;
      case 'first':
        return () => objects[0] ?? null;
      case 'last':
        return () => objects.at(-1) ?? null;
      case 'count':
        return () => objects.length;
      case 'exists':
        return () => objects.length > 0;
      default:
        return undefined;
    }
  }
}

export const manager = (objects: readonly Speaking[]): ObjectManager => new ObjectManager(objects);

type Lookup = (value: unknown, wanted: unknown) => boolean;

const textOf = (value: unknown): string => pythonText(value);
const lookups: Readonly<Record<string, Lookup>> = {
  exact: (value, wanted) => quotedText(value) === quotedText(wanted) || textOf(keyed(value)) === textOf(keyed(wanted)),
  iexact: (value, wanted) => textOf(value).toLowerCase() === textOf(wanted).toLowerCase(),
  contains: (value, wanted) => textOf(value).includes(textOf(wanted)),
  icontains: (value, wanted) => textOf(value).toLowerCase().includes(textOf(wanted).toLowerCase()),
  startswith: (value, wanted) => textOf(value).startsWith(textOf(wanted)),
  istartswith: (value, wanted) => textOf(value).toLowerCase().startsWith(textOf(wanted).toLowerCase()),
  endswith: (value, wanted) => textOf(value).endsWith(textOf(wanted)),
  in: (value, wanted) => Array.isArray(wanted) && wanted.some((one) => lookups.exact!(value, one)),
  isnull: (value, wanted) => (value === null || value === undefined) === Boolean(wanted),
  gt: (value, wanted) => (value as number) > (wanted as number),
  gte: (value, wanted) => (value as number) >= (wanted as number),
  lt: (value, wanted) => (value as number) < (wanted as number),
  lte: (value, wanted) => (value as number) <= (wanted as number),
};

/** An object counts as its key where it is compared with one. */
const keyed = (value: unknown): unknown => (value instanceof Speaking ? (value.member('pk') ?? value) : value);

function matches(one: unknown, given: unknown): boolean {
  if (!isMapping(given)) return true;
  return Object.entries(given).every(([term, wanted]) => {
    if (term === '__keywords') return true;
    const path = term.split('__');
    const lookup = path.length > 1 && Object.hasOwn(lookups, path.at(-1)!) ? lookups[path.pop()!]! : lookups.exact!;
    const value = attributeOf(one, path.join('.'));
    return value !== pending && lookup(value, wanted);
  });
}
