import { useModels } from '../meta/use-models.ts';
import { AppLink } from '../shell/app-link.tsx';
import { pagePath } from './page-path.ts';
import type { ValueProperties } from './value-properties.ts';

/** Another object, by its display name. */
export function RelationView({ value, model }: ValueProperties) {
  const models = useModels();
  if (typeof value !== 'object' || value === null) {
    const path = model && models.byId.get(model)?.path;
    return path && typeof value === 'number' ? <AppLink to={`/${path}/${value}/`}>#{value}</AppLink> : String(value);
  }
  const { url, display, object, object_id } = value as Readonly<Record<string, unknown>>;
  if (object) return <RelationView value={object} objectId={0} />;
  const label = String(display ?? object_id ?? '');
  const path = typeof url === 'string' ? pagePath(models, url) : undefined;
  return path ? <AppLink to={path}>{label}</AppLink> : label;
}
