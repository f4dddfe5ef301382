import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { ApiError } from '../api/api-error.ts';
import { useModel } from '../meta/use-model.ts';
import { useModels } from '../meta/use-models.ts';
import { may } from '../session/may.ts';
import { useSession } from '../session/use-session.ts';
import { Failure } from '../shell/failure.tsx';
import { Loading } from '../shell/loading.tsx';
import { NotFound } from '../shell/not-found.tsx';
import { text } from '../texts/text.ts';
import { DetailHeader } from './detail-header.tsx';
import styles from './detail-page.module.css';
import { DetailSkeleton } from './detail-skeleton.tsx';
import { objectQuery } from './object-query.ts';
import { Overview } from './overview.tsx';
import { relatedCountsQuery } from './related-counts-query.ts';
import { detailTabs } from './tabs/detail-tabs.ts';
import { TabBar } from './tabs/tab-bar.tsx';

interface Properties {
  readonly path: string;
  readonly id: string;
  /** The last step of the address; empty for the object itself. */
  readonly tab: string;
}

/** One object: what it is, what it points at, what points at it, and what is attached to it. */
export function DetailPage({ path, id, tab }: Properties) {
  const model = useModel(path);
  const { index } = useModels();
  const { user } = useSession();
  const { data: counts } = useQuery(relatedCountsQuery(model, id));
  const { data: object, error, refetch } = useQuery(objectQuery(model, id));
  if (error instanceof ApiError && error.status === 404) return <NotFound label={model.label} />;
  if (error) return <Failure title={text('detail.failed')} error={error} onRetry={() => void refetch()} />;
  const attached = index.attached.filter(({ permission }) => !user || may(user, permission));
  const tabs = detailTabs(model, attached);
  const current = tabs.find((one) => one.path === tab);
  if (!current) return <NotFound />;
  if (!object) return <DetailSkeleton model={model} />;
  return (
    <div className={styles.page}>
      <title>{`${String(object.display ?? object.id)} · ${text('app.name')}`}</title>
      <DetailHeader model={model} object={object} />
      <TabBar tabs={tabs} current={current} base={`/${model.path}/${id}/`} counts={counts} />
      <Suspense fallback={<Loading />}>
        {current.Content ? (
          <current.Content model={model} object={object} />
        ) : (
          <Overview model={model} object={object} />
        )}
      </Suspense>
    </div>
  );
}
