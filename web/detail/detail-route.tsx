import { usePrefetchQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { ModelSummary } from '../../src/surfaces/meta/contract.ts';
import { useModels } from '../meta/use-models.ts';
import { NotFound } from '../shell/not-found.tsx';
import { DetailPage } from './detail-page.tsx';
import { objectQuery } from './object-query.ts';
import { pageFactQuery } from './page-fact-query.ts';
import { relatedCountsQuery } from './related-counts-query.ts';

/** `/dcim/devices/1/`, `/dcim/devices/1/journal/` */
export function DetailRoute() {
  const { app, endpoint, id = '', '*': rest = '' } = useParams();
  const model = useModels().byPath.get(`${app}/${endpoint}`);
  return model && /^\d+$/.test(id) ? (
    <Prefetched key={`${model.id} ${id}`} model={model} id={id} tab={rest.replace(/\/$/, '')} />
  ) : (
    <NotFound />
  );
}

/** Asks for the object, and for what refers to it, beside the model and not after it. */
function Prefetched({ model, id, tab }: { readonly model: ModelSummary; readonly id: string; readonly tab: string }) {
  usePrefetchQuery(objectQuery(model, id));
  usePrefetchQuery(relatedCountsQuery(model, id));
  usePrefetchQuery(pageFactQuery(model, id, ''));
  return <DetailPage path={model.path} id={id} tab={tab} />;
}
