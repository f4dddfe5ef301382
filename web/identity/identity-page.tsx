import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { ApiError } from '../api/api-error.ts';
import { AppLink } from '../shell/app-link.tsx';
import { Failure } from '../shell/failure.tsx';
import { Loading } from '../shell/loading.tsx';
import { NotFound } from '../shell/not-found.tsx';
import { text } from '../texts/text.ts';
import styles from './identity.module.css';
import { IdentityEvents } from './identity-events.tsx';
import { IdentityForm } from './identity-form.tsx';
import { IdentityList } from './identity-list.tsx';
import { resourcesQuery } from './resources.ts';

/** `/identity-provider/applications/`, `…/add/`, `…/<id>/`: the built-in provider. */
export function IdentityPage() {
  const { kind = 'applications', id } = useParams();
  const { data: resources, error, refetch } = useQuery(resourcesQuery());
  if (error instanceof ApiError && error.status === 404)
    return (
      <div className={styles.page}>
        <h1>{text('identity.title')}</h1>
        <p>{text('identity.off')}</p>
      </div>
    );
  if (error) return <Failure title={text('identity.failed')} error={error} onRetry={() => void refetch()} />;
  if (!resources) return <Loading />;
  const resource = resources.find(({ name }) => name === kind);
  if (!resource && kind !== 'events') return <NotFound />;
  return (
    <div className={styles.page}>
      <title>{`${text('identity.title')} · ${text('app.name')}`}</title>
      <h1>{text('identity.title')}</h1>
      <nav className={styles.kinds} aria-label={text('identity.kinds')}>
        {resources.map(({ name, plural }) => (
          <AppLink key={name} to={`/identity-provider/${name}/`} aria-current={name === kind ? 'page' : undefined}>
            {plural}
          </AppLink>
        ))}
        <AppLink to="/identity-provider/events/" aria-current={kind === 'events' ? 'page' : undefined}>
          {text('identity.events')}
        </AppLink>
      </nav>
      {!resource ? (
        <IdentityEvents />
      ) : id === undefined ? (
        <IdentityList key={kind} resource={resource} />
      ) : (
        <IdentityForm key={`${kind} ${id}`} resource={resource} id={id === 'add' ? undefined : id} />
      )}
    </div>
  );
}
