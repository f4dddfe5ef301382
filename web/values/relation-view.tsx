import { useModels } from '../meta/use-models.ts';
import { AppLink } from '../shell/app-link.tsx';
import { Badge } from './badge.tsx';
import { pagePath } from './page-path.ts';
import type { ValueProperties } from './value-properties.ts';
import styles from './values.module.css';

/** Another object, by its display name; where it can be of any model, behind what it belongs to: `sw01 › eth0`. */
export function RelationView({ value, model, tint }: ValueProperties) {
  const models = useModels();
  if (typeof value !== 'object' || value === null) {
    const path = models.byId.get(model ?? '')?.path;
    return path && typeof value === 'number' ? <AppLink to={`/${path}/${value}/`}>#{value}</AppLink> : String(value);
  }
  const { url, display, object, object_id } = value as Readonly<Record<string, unknown>>;
  if (object) return <RelationView value={object} objectId={0} />;
  const label = String(display ?? object_id ?? '');
  const path = typeof url === 'string' ? pagePath(models, url) : undefined;
  const owner = model ? undefined : ownerOf(value as Readonly<Record<string, unknown>>, label);
  return (
    <>
      {owner && (
        <>
          <RelationView value={owner} objectId={0} model="*" />
          <span className={styles.between}> › </span>
        </>
      )}
      {path ? <AppLink to={path}>{tint ? <Badge color={tint}>{label}</Badge> : label}</AppLink> : label}
    </>
  );
}

/** The first object inside, which its parts name before their own name; not where the label says it already. */
function ownerOf(value: Readonly<Record<string, unknown>>, label: string): unknown {
  for (const [name, one] of Object.entries(value)) {
    if (name === 'name') return undefined;
    if (typeof one !== 'object' || one === null || !('display' in one)) continue;
    return label.includes(String(one.display)) ? undefined : one;
  }
  return undefined;
}
