import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { SystemFacts } from '../../src/surfaces/system/contract.ts';
import { agentName } from '../account/agent-name.ts';
import { download } from '../api/download.ts';
import { request } from '../api/request.ts';
import { Attributes } from '../detail/attributes.tsx';
import { Panel } from '../detail/panel.tsx';
import { useSession } from '../session/use-session.ts';
import { AppLink } from '../shell/app-link.tsx';
import { Failure } from '../shell/failure.tsx';
import { Loading } from '../shell/loading.tsx';
import { Message } from '../shell/message.tsx';
import { formatCount } from '../texts/format-count.ts';
import { formatMoment } from '../texts/format-moment.ts';
import { text } from '../texts/text.ts';
import { ObjectCounts } from './object-counts.tsx';
import { settingText } from './setting-text.ts';
import styles from './system.module.css';

const systemQuery = queryOptions({
  queryKey: ['system'],
  queryFn: ({ signal }) => request<SystemFacts>('/patchbay/system/', { signal }),
});

const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(0)} MiB`;

/** `/core/system/`: what runs here, on what, with which settings, and for whom. */
export function SystemPage() {
  const { user } = useSession();
  const allowed = user?.is_superuser === true;
  const { data, error, refetch } = useQuery({ ...systemQuery, enabled: allowed });
  if (!allowed) return <Message title={text('system.notYours')} />;
  if (error) return <Failure title={text('system.failed')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { program, database, workers, objects, people, settings } = data;
  const line = (name: string, label: string, value: string) => ({ name, label, value });
  return (
    <div className={styles.page}>
      <title>{`${text('system.title')} · ${text('app.name')}`}</title>
      <header className={styles.head}>
        <h1 className={styles.title}>{text('system.title')}</h1>
        <Button
          variant="default"
          leftSection={<IconDownload size={14} />}
          onClick={() => download('patchbay-system.json', 'application/json', JSON.stringify(data, null, 2))}
        >
          {text('system.export')}
        </Button>
      </header>
      <div className={styles.pair}>
        <Panel title={text('system.program')}>
          <Attributes
            attributes={[
              line('version', text('system.version'), program.version),
              line('netbox', text('system.speaks'), program.netbox_version),
              line('runtime', text('system.runtime'), program.runtime),
              line('started', text('system.uptime'), formatMoment(program.started)),
              line('memory', text('system.memory'), megabytes(program.memory)),
              line('plugins', text('system.plugins'), text('system.noPlugins')),
            ]}
          />
        </Panel>
        <Panel title={text('system.database')}>
          <Attributes
            attributes={[
              line('server', text('system.server'), database.version),
              line('name', text('system.name'), database.name),
              line('size', text('system.size'), megabytes(database.size)),
              line('connections', text('system.connections'), String(database.connections)),
            ]}
          />
        </Panel>
      </div>
      <Panel title={text('system.workers')}>
        {workers.length === 0 ? (
          <p className={styles.none}>{text('system.noWorkers')}</p>
        ) : (
          <div className={styles.scroll}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th>{text('system.worker')}</th>
                  <th>{text('system.process')}</th>
                  <th>{text('system.state')}</th>
                  <th>{text('system.successful')}</th>
                  <th>{text('system.failedJobs')}</th>
                </tr>
              </thead>
              <tbody>
                {workers.map(({ name, pid, busy, successful, failed }) => (
                  <tr key={`${name} ${pid}`}>
                    <td>{name}</td>
                    <td>{pid}</td>
                    <td>{text(busy ? 'system.busy' : 'system.idle')}</td>
                    <td>{formatCount(successful)}</td>
                    <td>{formatCount(failed)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Panel>
      <Panel title={text('system.objects')}>
        <ObjectCounts objects={objects} />
      </Panel>
      <Panel title={text('system.people')}>
        {people.length === 0 ? (
          <p className={styles.none}>{text('system.nobody')}</p>
        ) : (
          <div className={styles.scroll}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th>{text('system.user')}</th>
                  <th>{text('sessions.browser')}</th>
                  <th>{text('sessions.address')}</th>
                  <th>{text('sessions.by')}</th>
                  <th>{text('sessions.seen')}</th>
                </tr>
              </thead>
              <tbody>
                {people.map((person, place) => (
                  <tr key={`${place} ${person.id}`}>
                    <td>
                      <AppLink to={`/users/users/${person.id}/`}>{person.username}</AppLink>
                    </td>
                    <td>{agentName(person.agent) ?? text('sessions.unknown')}</td>
                    <td>{person.address ?? text('value.none')}</td>
                    <td>{person.provider ?? text('sessions.local')}</td>
                    <td className={styles.nowrap}>{formatMoment(person.seen)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Panel>
      <Panel title={text('system.settings')}>
        {settings.length === 0 ? (
          <p className={styles.none}>{text('system.allUsual')}</p>
        ) : (
          <Attributes
            attributes={settings.map(({ name, value, secret }) => ({
              name,
              label: name,
              value: <span className={styles.value}>{secret ? text('system.secret') : settingText(value)}</span>,
            }))}
          />
        )}
      </Panel>
    </div>
  );
}
