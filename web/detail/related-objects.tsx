import { useHotkeys } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ModelMeta, RelatedMeta } from '../../src/surfaces/meta/contract.ts';
import type { RestObject } from '../api/rest.ts';
import { useTableKeys } from '../list/use-table-keys.ts';
import { useModels } from '../meta/use-models.ts';
import { may } from '../session/may.ts';
import { useSession } from '../session/use-session.ts';
import { AppLink } from '../shell/app-link.tsx';
import { formatCount } from '../texts/format-count.ts';
import { text } from '../texts/text.ts';
import { relatedCountsQuery } from './related-counts-query.ts';
import styles from './related-objects.module.css';
import { RelatedTable } from './related-table.tsx';

/** What points at this object: a count a relation, and the rows of the chosen one. */
export function RelatedObjects({ model, object }: { readonly model: ModelMeta; readonly object: RestObject }) {
  const { byId } = useModels();
  const { user } = useSession();
  const container = useRef<HTMLElement>(null);
  const [chosen, choose] = useState<RelatedMeta>();
  useTableKeys(container);
  useHotkeys([['R', () => container.current?.querySelector('a')?.focus()]]);
  const related = model.related.filter((one) => byId.has(one.model) && (!user || may(user, viewPermission(one.model))));
  const asked = related.some((one) => one.count === undefined);
  const counts = useQuery({ ...relatedCountsQuery(model, String(object.id)), enabled: asked });
  const found = related.flatMap((one) => {
    const total = Number(one.count ? object[one.count] : counts.data?.[`${one.model} ${one.filter}`]) || 0;
    return total > 0 ? [{ ...one, total }] : [];
  });
  const pending = asked && counts.isPending;
  const open =
    found.find((one) => one.model === chosen?.model && one.filter === chosen.filter) ??
    (pending ? undefined : found[0]);
  if (related.length === 0) return null;
  return (
    <section ref={container} className={styles.related} aria-label={text('detail.related')}>
      <div className={styles.tabs}>
        {found.map((one) => (
          <AppLink
            key={`${one.model} ${one.filter}`}
            to={`/${byId.get(one.model)!.path}/?${one.filter}=${object.id}`}
            className={styles.tab}
            aria-current={one === open ? 'true' : undefined}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              choose(one);
            }}
          >
            {one.label}
            <span className={styles.count}>{formatCount(one.total)}</span>
          </AppLink>
        ))}
        {found.length === 0 && (
          <span className={styles.none}>
            {pending ? text('detail.relatedLoading') : text('detail.noRelated', { label: model.label })}
          </span>
        )}
      </div>
      {open && (
        <RelatedTable key={`${open.model} ${open.filter}`} related={open} objectId={object.id} total={open.total} />
      )}
    </section>
  );
}

/** `dcim.device` → `dcim.view_device` */
function viewPermission(model: string): string {
  return model.replace('.', '.view_');
}
