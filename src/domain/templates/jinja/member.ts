import { listMethods, mappingMethods } from './collection-methods.ts';
import { pending } from './pending.ts';
import { isMapping, Speaking } from './python-values.ts';
import { undefinedError } from './template-error.ts';
import { textMethods } from './text-methods.ts';

/**
 * A member of a value: what a mapping holds, an item, or one of the methods that Python's values have. Nothing else of
 * a value can be reached: what JavaScript gives its objects would lead out of the template.
 */
export function member(value: unknown, key: unknown, name: string): unknown {
  if (value === undefined) throw undefinedError(`'${name}' is undefined`);
  if (value === pending) return pending;
  if (value === null) return undefined;
  if (typeof value === 'string') return itemOf(value, key) ?? bound(textMethods, value, key);
  if (Array.isArray(value)) return itemOf(value, key) ?? bound(listMethods, value, key);
  if (value instanceof Speaking) {
    if (typeof key === 'number') return itemOf(value.items?.() ?? [], key);
    return value.member(String(key));
  }
  if (!isMapping(value)) return undefined;
  return Object.hasOwn(value, String(key)) ? value[String(key)] : bound(mappingMethods, value, key);
}

function itemOf(value: string | readonly unknown[], key: unknown): unknown {
  if (typeof key !== 'number') return undefined;
  return value.at(key);
}

function bound<T>(
  methods: Readonly<Record<string, (self: T, ...given: unknown[]) => unknown>>,
  value: T,
  key: unknown,
): unknown {
  const method = typeof key === 'string' && Object.hasOwn(methods, key) ? methods[key] : undefined;
  return method && ((...given: unknown[]) => method(value, ...given));
}
