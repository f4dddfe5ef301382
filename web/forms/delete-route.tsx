import { useParams } from 'react-router';
import { useModels } from '../meta/use-models.ts';
import { may } from '../session/may.ts';
import { useSession } from '../session/use-session.ts';
import { Message } from '../shell/message.tsx';
import { NotFound } from '../shell/not-found.tsx';
import { text } from '../texts/text.ts';
import { DeletePage } from './delete-page.tsx';
import { permissionTo } from './permission-to.ts';

/** `/dcim/devices/1/delete/` */
export function DeleteRoute() {
  const { app, endpoint, id = '' } = useParams();
  const model = useModels().byPath.get(`${app}/${endpoint}`);
  const { user } = useSession();
  if (!model || !/^\d+$/.test(id)) return <NotFound />;
  if (!may(user, permissionTo('delete', model.id))) return <Message title={text('form.notYours')} />;
  return <DeletePage key={`${model.id} ${id}`} path={model.path} id={id} />;
}
