import { useModels } from '../meta/use-models.ts';
import { capitalize } from '../texts/capitalize.ts';
import type { ValueProperties } from './value-properties.ts';

/** The models that stand for kinds of objects; REST names those as `dcim.site`. */
export const objectTypeModels: ReadonlySet<string> = new Set(['contenttypes.contenttype', 'core.objecttype']);

/** Kinds of objects by the names that people know them by: `Site, Device`. */
export function ObjectTypeView({ value }: ValueProperties) {
  const { byId } = useModels();
  const ids = (Array.isArray(value) ? value : [value]).map(String);
  const names = ids.map((id) => {
    const label = byId.get(id)?.label;
    return label === undefined ? id : capitalize(label);
  });
  return <span title={ids.join(', ')}>{names.join(', ')}</span>;
}
