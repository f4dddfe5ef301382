import { useParams } from 'react-router';
import { useModel } from '../meta/use-model.ts';
import { useModels } from '../meta/use-models.ts';
import { may } from '../session/may.ts';
import { useSession } from '../session/use-session.ts';
import { Message } from '../shell/message.tsx';
import { NotFound } from '../shell/not-found.tsx';
import { text } from '../texts/text.ts';
import { ImportPage } from './import-page.tsx';

/** `/dcim/devices/import/` */
export function ImportRoute() {
  const { app, endpoint } = useParams();
  const model = useModels().byPath.get(`${app}/${endpoint}`);
  return model ? <Importing key={model.id} path={model.path} /> : <NotFound />;
}

function Importing({ path }: { readonly path: string }) {
  const model = useModel(path);
  const { user } = useSession();
  if (model.readOnly) return <NotFound />;
  const allowed = ['add', 'change'].some((action) => may(user, model.id.replace('.', `.${action}_`)));
  return allowed ? (
    <ImportPage model={model} />
  ) : (
    <Message title={text('import.denied', { plural: model.plural })} role="alert" />
  );
}
