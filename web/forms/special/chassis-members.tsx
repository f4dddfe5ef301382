import { ActionIcon, Button, Modal, TextInput } from '@mantine/core';
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

interface Member {
  readonly device: Reference;
  readonly position: string;
  readonly priority: string;
}

const devices = 'dcim.device';

/** The devices of a virtual chassis with their places: taken in, moved and taken out in one request. */
export function ChassisMembers({ model, object, onClose }: Properties) {
  const api = useModels().byId.get(devices)!.api;
  const query = new URLSearchParams({ virtual_chassis_id: String(object.id), limit: '0', ordering: 'vc_position' });
  query.set('fields', 'id,display,vc_position,vc_priority');
  const current = useQuery({
    queryKey: ['members', object.id],
    staleTime: 0,
    queryFn: ({ signal }) => request<RestList>(`/api/${api}/?${query}`, { signal }),
  });
  return (
    <Modal opened onClose={onClose} size="lg" title={text('members.title', { name: String(object.display) })}>
      {current.data ? (
        <Members
          chassis={object}
          api={api}
          before={current.data.results.map(memberOf)}
          onClose={onClose}
          model={model}
        />
      ) : (
        <Loading />
      )}
    </Modal>
  );
}

function Members({
  chassis,
  api,
  before,
  onClose,
}: { chassis: RestObject; api: string; before: Member[] } & Omit<Properties, 'object'>) {
  const client = useQueryClient();
  const [first] = useState(before);
  const [members, setMembers] = useState<readonly Member[]>(before);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const next = () => String(Math.max(0, ...members.map(({ position }) => Number(position) || 0)) + 1);
  const change = (at: number, part: Partial<Member>) =>
    setMembers(members.map((member, place) => (place === at ? { ...member, ...part } : member)));

  async function save() {
    setBusy(true);
    setProblem(undefined);
    try {
      const gone = first.filter(({ device }) => !members.some((one) => one.device.id === device.id));
      // First those who leave: the places they had may be taken by others.
      if (gone.length > 0) {
        const body = gone.map(({ device }) => ({
          id: device.id,
          virtual_chassis: null,
          vc_position: null,
          vc_priority: null,
        }));
        await request(`/api/${api}/`, { method: 'PATCH', body });
      }
      const body = members.map(({ device, position, priority }) => ({
        id: device.id,
        virtual_chassis: chassis.id,
        vc_position: position === '' ? null : Number(position),
        vc_priority: priority === '' ? null : Number(priority),
      }));
      if (body.length > 0) await request(`/api/${api}/`, { method: 'PATCH', body });
      await forgetData(client);
      onClose();
    } catch (error) {
      setProblem((error as Error).message);
      setBusy(false);
    }
  }

  return (
    <>
      {members.length === 0 ? (
        <p className={styles.first}>{text('members.none')}</p>
      ) : (
        <table className={styles.members}>
          <thead>
            <tr>
              <th>{text('members.device')}</th>
              <th>{text('members.position')}</th>
              <th>{text('members.priority')}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {members.map(({ device, position, priority }, at) => (
              <tr key={device.id}>
                <td>{String(device.display ?? device.id)}</td>
                <td>
                  <TextInput
                    aria-label={`${device.display}: ${text('members.position')}`}
                    inputMode="numeric"
                    value={position}
                    onChange={(event) => change(at, { position: event.currentTarget.value.replace(/\D/g, '') })}
                  />
                </td>
                <td>
                  <TextInput
                    aria-label={`${device.display}: ${text('members.priority')}`}
                    inputMode="numeric"
                    value={priority}
                    onChange={(event) => change(at, { priority: event.currentTarget.value.replace(/\D/g, '') })}
                  />
                </td>
                <td>
                  <ActionIcon
                    aria-label={text('members.remove', { name: String(device.display) })}
                    onClick={() => setMembers(members.filter((_, place) => place !== at))}
                  >
                    <IconX size={14} />
                  </ActionIcon>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <ObjectPicker
        id="member"
        label={text('members.device')}
        placeholder={text('members.device')}
        model={devices}
        parameters={new URLSearchParams({ virtual_chassis_id: 'null' })}
        chosen={[]}
        onChange={([device]) => {
          if (device && !members.some((one) => one.device.id === device.id))
            setMembers([...members, { device, position: next(), priority: '' }]);
        }}
      />
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      <div className={styles.buttons} style={{ marginTop: 12 }}>
        <Button loading={isBusy} onClick={() => void save()}>
          {text('members.save')}
        </Button>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {text('form.cancel')}
        </Button>
      </div>
    </>
  );
}

function memberOf(device: RestObject): Member {
  const written = (value: unknown) => (value === null || value === undefined ? '' : String(value));
  return { device: device as Reference, position: written(device.vc_position), priority: written(device.vc_priority) };
}
