import type { Shape } from '#operations/read/shape.ts';
import type { Shapes } from '#operations/read/shapes.ts';
import type { Model } from '#registry/model.ts';

const list = (value: string | null | undefined): string[] => (value ? value.split(',') : []);
const last = (query: URLSearchParams, name: string): string | undefined => query.getAll(name).at(-1);

/**
 * The shape that the parameters ask for: `fields` before `omit` before `brief`, any non-empty value of which counts
 * (NetBox 4.7); answers to writes know no brief shape. With `whole`, what only the interface shows is served too.
 */
export function requestShape(
  shapes: Shapes,
  model: Model,
  query: URLSearchParams,
  { written = false, whole = false } = {},
): Shape {
  const fields = list(last(query, 'fields'));
  if (fields.length > 0) return shapes.only(model, new Set(fields), { whole });
  const omitted = list(last(query, 'omit'));
  if (omitted.length > 0) {
    const left = new Set(shapes.fullTokens(model));
    for (const name of omitted) left.delete(name);
    return shapes.only(model, left);
  }
  if (!written && last(query, 'brief') && model.brief !== undefined) return shapes.of(model, 'listBrief');
  return shapes.of(model, whole ? 'whole' : 'full');
}

/** What of a written object the parameters leave to be set: `fields` and `omit` count for what is taken too (NetBox 4.7). */
export function acceptedInput(
  query: URLSearchParams,
  input: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const fields = list(last(query, 'fields'));
  const omitted = list(last(query, 'omit'));
  if (fields.length === 0 && omitted.length === 0) return input;
  const kept = (name: string) => (fields.length > 0 ? fields.includes(name) : !omitted.includes(name));
  return Object.fromEntries(Object.entries(input).filter(([name]) => name === 'id' || kept(name)));
}
