import { ActionIcon, Button, Modal } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ModelMeta } from '../../../src/surfaces/meta/contract.ts';
import { request } from '../../api/request.ts';
import type { RestList, RestObject } from '../../api/rest.ts';
import { useModels } from '../../meta/use-models.ts';
import { Loading } from '../../shell/loading.tsx';
import { text } from '../../texts/text.ts';
import { ObjectPicker } from '../fields/object-picker.tsx';
import type { Reference } from '../fields/reference.ts';
import { forgetData } from '../forget-data.ts';
import styles from './special.module.css';

interface Properties {
  readonly model: ModelMeta;
  readonly object: RestObject;
  readonly onClose: () => void;
}

const devices = 'dcim.device';

/** The devices that a cluster runs on: given to it and taken from it in one request. */
export function ClusterDevices({ object, onClose }: Properties) {
  const api = useModels().byId.get(devices)!.api;
  const current = useQuery({
    queryKey: ['clusterDevices', object.id],
    staleTime: 0,
    gcTime: 0,
    queryFn: ({ signal }) =>
      request<RestList>(`/api/${api}/?cluster_id=${object.id}&limit=0&fields=id,display`, { signal }),
  });
  return (
    <Modal opened onClose={onClose} title={text('clusterDevices.title', { name: String(object.display) })}>
      {current.data ? (
        <Hosts cluster={object} api={api} before={current.data.results as readonly Reference[]} onClose={onClose} />
      ) : (
        <Loading />
      )}
    </Modal>
  );
}

interface HostsProperties extends Pick<Properties, 'onClose'> {
  readonly cluster: RestObject;
  readonly api: string;
  readonly before: readonly Reference[];
}

function Hosts({ cluster, api, before, onClose }: HostsProperties) {
  const client = useQueryClient();
  const [kept, keep] = useState(before);
  const [added, add] = useState<readonly Reference[]>([]);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const gone = before.filter(({ id }) => !kept.some((one) => one.id === id));

  async function save() {
    setBusy(true);
    setProblem(undefined);
    try {
      const body = [
        ...gone.map(({ id }) => ({ id, cluster: null })),
        ...added.map(({ id }) => ({ id, cluster: cluster.id })),
      ];
      await request(`/api/${api}/`, { method: 'PATCH', body });
      await forgetData(client);
      onClose();
    } catch (error) {
      setProblem((error as Error).message);
      setBusy(false);
    }
  }

  return (
    <>
      <ObjectPicker
        id="hosts"
        multiple
        label={text('clusterDevices.add')}
        placeholder={text('clusterDevices.add')}
        model={devices}
        parameters={offered(cluster)}
        chosen={added}
        onChange={add}
      />
      {kept.length === 0 ? (
        <p className={styles.first}>{text('clusterDevices.none')}</p>
      ) : (
        <ul className={styles.hosts}>
          {kept.map((device) => (
            <li key={device.id}>
              {String(device.display ?? device.id)}
              <ActionIcon
                aria-label={text('members.remove', { name: String(device.display) })}
                onClick={() => keep(kept.filter(({ id }) => id !== device.id))}
              >
                <IconX size={14} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      <div className={styles.buttons} style={{ marginTop: 12 }}>
        <Button loading={isBusy} disabled={gone.length + added.length === 0} onClick={() => void save()}>
          {text('clusterDevices.save')}
        </Button>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {text('form.cancel')}
        </Button>
      </div>
    </>
  );
}

/** Devices of no cluster, within the site or location that the cluster is in. */
function offered({ scope_type: type, scope_id: id }: RestObject): URLSearchParams {
  const parameters = new URLSearchParams({ cluster_id: 'null' });
  const place = typeof type === 'string' && { 'dcim.site': 'site_id', 'dcim.location': 'location_id' }[type];
  if (place) parameters.set(place, String(id));
  return parameters;
}
