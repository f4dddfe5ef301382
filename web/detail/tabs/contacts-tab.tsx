import { useModels } from '../../meta/use-models.ts';
import type { PictureProperties } from '../../pictures/picture-properties.ts';
import { may } from '../../session/may.ts';
import { useSession } from '../../session/use-session.ts';
import { AppLink } from '../../shell/app-link.tsx';
import { Loading } from '../../shell/loading.tsx';
import { text } from '../../texts/text.ts';
import { AttachedTable } from './attached-table.tsx';
import styles from './contacts-tab.module.css';
import { useAttached } from './use-attached.ts';

/** Who is responsible for an object. */
export function ContactsTab({ model, object }: PictureProperties) {
  const { meta, data } = useAttached('contacts', model, object);
  const { user } = useSession();
  const { path } = useModels().byId.get(meta.model)!;
  return (
    <>
      {may(user, meta.model.replace('.', '.add_')) && (
        <p className={styles.add}>
          <AppLink to={`/${path}/add/?${meta.type}=${model.id}&${meta.id}=${object.id}`}>
            {text('contacts.add')}
          </AppLink>
        </p>
      )}
      {!data ? (
        <Loading />
      ) : data.results.length === 0 ? (
        <p className={styles.none}>{text('contacts.none')}</p>
      ) : (
        <AttachedTable path={path} rows={data.results} without={['pk', 'object', 'object_type']} />
      )}
    </>
  );
}
