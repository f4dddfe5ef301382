import { useParams } from 'react-router';
import { useModels } from '../meta/use-models.ts';
import { NotFound } from '../shell/not-found.tsx';
import { DetailPage } from './detail-page.tsx';

/** `/dcim/devices/1/` */
export function DetailRoute() {
  const { app, endpoint, id = '' } = useParams();
  const model = useModels().byPath.get(`${app}/${endpoint}`);
  return model && /^\d+$/.test(id) ? <DetailPage key={`${model.id} ${id}`} path={model.path} id={id} /> : <NotFound />;
}
