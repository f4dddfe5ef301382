import { useQuery } from '@tanstack/react-query';
import { Attributes } from '../detail/attributes.tsx';
import { Panel } from '../detail/panel.tsx';
import { useModels } from '../meta/use-models.ts';
import { may } from '../session/may.ts';
import { useSession } from '../session/use-session.ts';
import { AppLink } from '../shell/app-link.tsx';
import { Failure } from '../shell/failure.tsx';
import { Loading } from '../shell/loading.tsx';
import { formatMoment } from '../texts/format-moment.ts';
import { text } from '../texts/text.ts';
import { None } from '../values/none.tsx';
import styles from './account.module.css';
import { accountQuery } from './account-query.ts';
import { GrantTable } from './grant-table.tsx';
import { OwnChanges } from './own-changes.tsx';

/** Who one is to the server, what one may do, and what one did last. */
export function ProfilePage() {
  const { user } = useSession();
  const { index } = useModels();
  const { data, error, refetch } = useQuery(accountQuery);
  if (error) return <Failure title={text('account.failed')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const moment = (value: string | null) => (value ? <time dateTime={value}>{formatMoment(value)}</time> : <None />);
  const changes = index.attached.find(({ kind }) => kind === 'changes');
  return (
    <>
      <Panel title={text('profile.about')}>
        <Attributes
          attributes={[
            { name: 'username', label: text('profile.username'), value: data.username },
            {
              name: 'name',
              label: text('profile.name'),
              value: `${data.first_name} ${data.last_name}`.trim() || <None />,
            },
            {
              name: 'email',
              label: text('profile.email'),
              value: data.email ? <a href={`mailto:${data.email}`}>{data.email}</a> : <None />,
            },
            { name: 'joined', label: text('profile.joined'), value: moment(data.date_joined) },
            { name: 'lastLogin', label: text('profile.lastLogin'), value: moment(data.last_login) },
            {
              name: 'superuser',
              label: text('profile.superuser'),
              value: data.is_superuser ? text('profile.superuserYes') : text('value.no'),
            },
            {
              name: 'groups',
              label: text('profile.groups'),
              value:
                data.groups.length === 0
                  ? text('profile.noGroups')
                  : data.groups.map(({ id, name }, place) => (
                      <span key={id}>
                        {place > 0 && ', '}
                        {may(user, 'users.view_group') ? <AppLink to={`/users/groups/${id}/`}>{name}</AppLink> : name}
                      </span>
                    )),
            },
          ]}
        />
      </Panel>
      <Panel title={text('profile.permissions')}>
        {data.is_superuser ? (
          <p className={styles.none}>{text('profile.superuserYes')}</p>
        ) : (
          <GrantTable grants={data.grants} />
        )}
      </Panel>
      {changes && may(user, changes.permission) && <OwnChanges userId={data.id} changes={changes} />}
    </>
  );
}
