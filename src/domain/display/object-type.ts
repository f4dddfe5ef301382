import type { DisplayBehaviour } from '#operations/read/shapes.ts';
import { appLabel } from '#registry/app-label.ts';
import type { Registry } from '#registry/registry.ts';
import { columnsPart } from '../computed/columns-part.ts';
import { namedModel } from '../object-types/named-model.ts';

const titled = (text: string): string =>
  text
    .split(' ')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join(' ');

/** `DCIM | device`; the bare names where the model is no more. */
export function contentTypeLine(registry: Registry, app: string, model: string): string {
  const found = namedModel(registry, app, model);
  return found ? `${appLabel(app)} | ${found.label}` : `${app} | ${model}`;
}

/** An object type as the API names it: `DCIM > Device Role`. */
export const objectType: DisplayBehaviour = ({ shapes }) =>
  columnsPart('display', ['app_label', 'model'], ([app, model]) => {
    const found = namedModel(shapes.registry, app!, model!);
    return found ? `${appLabel(app!)} > ${titled(found.label)}` : 'None > None';
  });

/** A content type inside another object's line: `DCIM | device role`. */
export const contentType: DisplayBehaviour = ({ shapes }) =>
  columnsPart('display', ['app_label', 'model'], ([app, model]) => contentTypeLine(shapes.registry, app!, model!));
