import { formatAddress } from '#base/ip/format-address.ts';
import { formatNetwork, parseNetwork, spanOf } from '#base/ip/network.ts';
import { contentTypeCondition } from '#query/filters/condition-of.ts';
import { always, and, type Condition, type Lookup, not, or } from '#query/tree.ts';
import { compared, type Place } from './lookup-condition.ts';
import { wayTo } from './way.ts';

/** A filter that is about paths of its model; `place` gives the place of each. */
export type FilterBehaviour = (places: readonly Place[], value: unknown) => Condition;

/** Values that are networks, the bits behind the mask cleared; others are passed over, and none at all says nothing. */
function networks(value: unknown): { network: string; first: string; last: string }[] {
  return (value as string[]).flatMap((text) => {
    const network = parseNetwork(text.trim());
    if (!network) return [];
    const { family } = network;
    const { first, last } = spanOf(network);
    return {
      network: formatNetwork({ ...network, value: first }),
      first: formatAddress({ family, value: first }),
      last: formatAddress({ family, value: last }),
    };
  });
}

const anyNetwork = (value: unknown, condition: (one: ReturnType<typeof networks>[number]) => Condition): Condition => {
  const found = networks(value);
  return found.length === 0 ? always : or(...found.map(condition));
};

/** Filters beyond lookups, by the names that models use. */
export const filterBehaviours: Readonly<Record<string, FilterBehaviour>> = {
  /** The network at the path holds one of the values. */
  contains: ([place], value) => anyNetwork(value, ({ network }) => compared(place!, 'net_contains', [network])),
  /** The address at each of the paths lies in the same one of the values. */
  within: (places, value) =>
    anyNetwork(value, ({ network }) => and(...places.map((place) => compared(place, 'net_host_contained', [network])))),
  /** From the first to the second path, one of the values lies whole. */
  spans: ([start, end], value) =>
    anyNetwork(value, ({ first, last }) =>
      and(compared(start!, 'host__inet__lte', [first]), compared(end!, 'host__inet__gte', [last])),
    ),
  family: ([place], value) => compared(place!, 'family', [value]),
  given: ([place], value) => {
    const there = compared(place!, 'isnull', ['false']);
    return value === true ? there : not(there);
  },
  /** The truth at the path is that one; what has none is as good as false. */
  holds: ([place], value) => {
    const so = compared(place!, 'exact', ['true']);
    return value === true ? so : not(so);
  },
  /** The content type at the path is the one, or one of those, named `<app>.<model>`. */
  typed: ([place], value) => {
    const { exact, in_list, is_null } = value as { exact?: string; in_list?: string[]; is_null?: boolean };
    const { registry, model, path } = place!;
    const among = (names: readonly string[]) => contentTypeCondition(wayTo(registry, model, path), names);
    return and(
      exact == null ? always : among([exact]),
      in_list == null ? always : among(in_list),
      is_null == null ? always : compared(place!, 'isnull', [is_null]),
    );
  },
  /** How many elements the list has. */
  count: ([place], value) =>
    and(
      ...Object.entries(value as Record<string, unknown>).flatMap(([name, given]) => {
        if (given == null) return [];
        if (name === 'is_null') return [compared(place!, 'isnull', [given])];
        if (name === 'range')
          return Object.entries({ len__gte: 'start', len__lte: 'end' } as const).flatMap(([lookup, end]) => {
            const limit = (given as { start?: unknown; end?: unknown })[end];
            return limit == null ? [] : [compared(place!, lookup as Lookup, [limit])];
          });
        const lookup = ({ exact: 'len', in_list: 'len' } as const)[name] ?? (`len__${name}` as Lookup);
        return [compared(place!, lookup, Array.isArray(given) ? given : [given])];
      }),
    ),
  /** Some member of the JSON object has one of the values. */
  members: ([place], value) =>
    (value as unknown[]).length === 0 ? always : compared(place!, 'has_value', value as unknown[]),
};
