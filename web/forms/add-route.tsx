import { usePrefetchQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import type { ModelSummary } from '../../src/surfaces/meta/contract.ts';
import { useModel } from '../meta/use-model.ts';
import { useModels } from '../meta/use-models.ts';
import { may } from '../session/may.ts';
import { useSession } from '../session/use-session.ts';
import { Message } from '../shell/message.tsx';
import { NotFound } from '../shell/not-found.tsx';
import { text } from '../texts/text.ts';
import { AddPage } from './add-page.tsx';
import { formQuery } from './form-query.ts';
import { permissionTo } from './permission-to.ts';

/** `/dcim/devices/add/` */
export function AddRoute() {
  const { app, endpoint } = useParams();
  const model = useModels().byPath.get(`${app}/${endpoint}`);
  const [query] = useSearchParams();
  return model ? <Allowed key={`${model.id} ${query}`} model={model} /> : <NotFound />;
}

function Allowed({ model }: { readonly model: ModelSummary }) {
  const { user } = useSession();
  const { form } = useModel(model.path);
  if (!form) return <Message title={text('form.noForm')} />;
  if (!may(user, permissionTo('add', model.id))) return <Message title={text('form.notYours')} />;
  return <Prefetched model={model} />;
}

function Prefetched({ model }: { readonly model: ModelSummary }) {
  usePrefetchQuery(formQuery(model.path));
  return <AddPage path={model.path} />;
}
