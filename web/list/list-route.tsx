import { useParams } from 'react-router';
import { useModels } from '../meta/use-models.ts';
import { NotFound } from '../shell/not-found.tsx';
import { ListPage } from './list-page.tsx';

/** `/dcim/devices/` */
export function ListRoute() {
  const { app, endpoint } = useParams();
  const model = useModels().byPath.get(`${app}/${endpoint}`);
  return model ? <ListPage key={model.id} path={model.path} /> : <NotFound />;
}
