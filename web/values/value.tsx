import type { View } from '../../src/surfaces/meta/contract.ts';
import { isEmpty } from './is-empty.ts';
import { None } from './none.tsx';
import { ObjectTypeView, objectTypeModels } from './object-type-view.tsx';
import type { ValueProperties } from './value-properties.ts';
import { viewFor } from './view-for.ts';
import { views } from './views.ts';

/** One value of an object, as its view shows it. */
export function Value({ view, ...rest }: ValueProperties & { readonly view: View }) {
  if (isEmpty(rest.value)) return <None />;
  if (rest.model !== undefined && objectTypeModels.has(rest.model) && namesTypes(rest.value))
    return <ObjectTypeView {...rest} />;
  const Shown = views[viewFor(rest.value, view)];
  return <Shown {...rest} />;
}

const namesTypes = (value: unknown): boolean =>
  Array.isArray(value) ? value.every((one) => typeof one === 'string') : typeof value === 'string';
