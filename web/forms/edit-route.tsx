import { usePrefetchQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { ModelSummary } from '../../src/surfaces/meta/contract.ts';
import { useModel } from '../meta/use-model.ts';
import { useModels } from '../meta/use-models.ts';
import { may } from '../session/may.ts';
import { useSession } from '../session/use-session.ts';
import { Message } from '../shell/message.tsx';
import { NotFound } from '../shell/not-found.tsx';
import { text } from '../texts/text.ts';
import { EditPage } from './edit-page.tsx';
import { editedQuery } from './edited-query.ts';
import { formQuery } from './form-query.ts';
import { permissionTo } from './permission-to.ts';

/** `/dcim/devices/1/edit/` */
export function EditRoute() {
  const { app, endpoint, id = '' } = useParams();
  const model = useModels().byPath.get(`${app}/${endpoint}`);
  return model && /^\d+$/.test(id) ? <Allowed key={`${model.id} ${id}`} model={model} id={id} /> : <NotFound />;
}

interface Properties {
  readonly model: ModelSummary;
  readonly id: string;
}

function Allowed({ model, id }: Properties) {
  const { user } = useSession();
  const { form } = useModel(model.path);
  if (!form) return <Message title={text('form.noForm')} />;
  if (!may(user, permissionTo('change', model.id))) return <Message title={text('form.notYours')} />;
  return <Prefetched model={model} id={id} />;
}

function Prefetched({ model, id }: Properties) {
  usePrefetchQuery(formQuery(model.path));
  usePrefetchQuery(editedQuery(model, id));
  return <EditPage path={model.path} id={id} />;
}
