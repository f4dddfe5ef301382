import type { Model } from './model.ts';
import { restFields, wholeFields, writeOnly } from './rest-facts.ts';

/**
 * The properties that a shape of the model names: `full`, `brief` (in the order of the full one) or one of its own;
 * `name:plain` asks for a value without its label, `name:nested` for a related object in that shape.
 */
export function shapeTokens(model: Model, shape: string): string[] {
  if (shape === 'full') return fullTokens(model);
  if (shape === 'brief') return briefTokens(model);
  const named = model.shapes?.[shape];
  if (named === undefined) throw new Error(`${model.name} has no shape ${shape}`);
  return withIdentity(named);
}

/** Every property that REST serves of the model; with `whole` those, too, that only the interface shows. */
export function fullTokens(model: Model, { whole = false } = {}): string[] {
  const left = new Set<string>(model.without);
  return [
    ...['id', 'url', 'display_url', 'display'].filter((name) => !left.has(name)),
    ...(whole ? wholeFields : restFields)(model)
      .filter((field) => !writeOnly(field))
      .map(({ name }) => name),
  ];
}

/** The brief shape's properties; all of them where the model says none. */
function briefTokens(model: Model): string[] {
  const order = fullTokens(model);
  if (model.brief === undefined) return order;
  return withIdentity(model.brief).sort((a, b) => order.indexOf(nameOf(a)) - order.indexOf(nameOf(b)));
}

const nameOf = (token: string): string => token.replace(/:.*$/, '');

/** Adds the properties that every shape begins with; `-id` and the like take one away. */
function withIdentity(text: string): string[] {
  const tokens = text.split(' ').filter(Boolean);
  const identity = ['id', 'url', ...(tokens.includes('display_url') ? ['display_url'] : []), 'display'];
  return [
    ...identity.filter((name) => !tokens.includes(`-${name}`)),
    ...tokens.filter((token) => !token.startsWith('-') && token !== 'display_url'),
  ];
}
