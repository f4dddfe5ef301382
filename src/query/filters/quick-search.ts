import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import { compare } from '../compare.ts';
import { resolvePath } from '../path.ts';
import { type Condition, isLookup, or } from '../tree.ts';
import { hostOf, networkAddress } from './values/address.ts';

/** The condition of `q`: any of the model's terms matches. A term whose type can't hold the text matches nothing. */
export function quickSearch(registry: Registry, model: Model, text: string): Condition {
  return or(
    ...(model.quickSearch ?? []).map((term) => {
      const [path, lookup] = typeof term === 'string' ? [term, 'icontains'] : term;
      if (!isLookup(lookup)) throw new Error(`${model.name}: no lookup is called ${lookup}`);
      const value = valueFor(registry, { model, path, lookup }, text);
      return value === undefined ? ({ op: 'never' } as const) : compare({ registry, model, path }, lookup, [value]);
    }),
  );
}

function valueFor(
  registry: Registry,
  { model, path, lookup }: { model: Model; path: string; lookup: string },
  text: string,
): string | undefined {
  if (lookup === 'host__inet') {
    const address = networkAddress(text);
    return address && hostOf(address);
  }
  if (lookup.startsWith('net_')) return networkAddress(text);
  if (lookup !== 'exact') return text;
  const { field } = resolvePath(registry, model, path);
  const type = field?.kind.columnType(field) ?? 'bigint';
  if (['bigint', 'integer', 'smallint'].includes(type)) return /^\d+$/.test(text) ? text : undefined;
  return type === 'inet' || type === 'cidr' ? networkAddress(text) : text;
}
