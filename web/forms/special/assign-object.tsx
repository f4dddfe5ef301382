import { Button, Checkbox, Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { TogetherAsked, TogetherWritten } from '../../../src/surfaces/bulk/contract.ts';
import type { ModelMeta } from '../../../src/surfaces/meta/contract.ts';
import { request } from '../../api/request.ts';
import type { RestObject } from '../../api/rest.ts';
import { useModels } from '../../meta/use-models.ts';
import { may } from '../../session/may.ts';
import { useSession } from '../../session/use-session.ts';
import { capitalize } from '../../texts/capitalize.ts';
import { type TextKey, text } from '../../texts/text.ts';
import { ObjectPicker } from '../fields/object-picker.tsx';
import { type Reference, toReference } from '../fields/reference.ts';
import { forgetData } from '../forget-data.ts';
import { permissionTo } from '../permission-to.ts';
import styles from './special.module.css';

interface Properties {
  readonly model: ModelMeta;
  readonly object: RestObject;
  readonly onClose: () => void;
}

/** What else is changed where the assigned object becomes the main one. */
interface MainOne {
  readonly label: TextKey;
  readonly model: string;
  readonly id: number;
  body(assigned: Reference): Readonly<Record<string, unknown>>;
}

/** Gives an address that exists to an interface or a group; perhaps as the primary one of the device or machine. */
export function AssignAddress(properties: Properties) {
  const { object } = properties;
  const [model, parent] = object.device
    ? (['dcim.device', toReference(object.device)] as const)
    : (['virtualization.virtualmachine', toReference(object.virtual_machine)] as const);
  const body = (address: Reference) => ({
    [`primary_ip${String(address.display).includes(':') ? 6 : 4}`]: address.id,
  });
  const main: MainOne | undefined = parent ? { label: 'form.primaryForParent', model, id: parent.id, body } : undefined;
  return <AssignObject {...properties} assigned="ipam.ipaddress" title="assign.addressTitle" main={main} />;
}

/** Gives a MAC address that exists to an interface; perhaps as its primary one. */
export function AssignMac(properties: Properties) {
  const { model, object } = properties;
  const body = ({ id }: Reference) => ({ primary_mac_address: id });
  const main: MainOne = { label: 'assign.primaryMac', model: model.id, id: object.id, body };
  return <AssignObject {...properties} assigned="dcim.macaddress" title="assign.macTitle" main={main} />;
}

interface AssignProperties extends Properties {
  readonly assigned: string;
  readonly title: 'assign.addressTitle' | 'assign.macTitle';
  readonly main: MainOne | undefined;
}

function AssignObject({ model, object, onClose, assigned, title, main }: AssignProperties) {
  const client = useQueryClient();
  const { byId } = useModels();
  const { user } = useSession();
  const [chosen, setChosen] = useState<Reference>();
  const [others, setOthers] = useState(false);
  const [isMain, setMain] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const target = byId.get(assigned)!;
  const label = capitalize(target.label);
  const parameters = new URLSearchParams(others ? {} : { assigned: 'false' });
  const mayMain = main && may(user, permissionTo('change', main.model));

  async function save() {
    if (!chosen) return;
    setBusy(true);
    setProblem(undefined);
    const body = { assigned_object_type: model.id, assigned_object_id: object.id };
    const asked: TogetherAsked = {
      steps: [
        { model: target.api, id: chosen.id, body },
        ...(main && isMain ? [{ model: byId.get(main.model)!.api, id: main.id, body: main.body(chosen) }] : []),
      ],
    };
    try {
      await request<TogetherWritten>('/patchbay/together/', { method: 'POST', body: asked });
      await forgetData(client);
      onClose();
    } catch (error) {
      setProblem(reasonOf(error as Error));
      setBusy(false);
    }
  }

  return (
    <Modal opened onClose={onClose} title={text(title, { name: String(object.display) })}>
      <ObjectPicker
        id="assigned"
        label={label}
        placeholder={label}
        model={assigned}
        parameters={parameters}
        chosen={chosen ? [chosen] : []}
        onChange={([one]) => setChosen(one)}
      />
      <div className={styles.checks}>
        <Checkbox
          label={text('assign.others')}
          checked={others}
          onChange={(event) => setOthers(event.currentTarget.checked)}
        />
        {mayMain && (
          <Checkbox
            label={text(main.label)}
            checked={isMain}
            onChange={(event) => setMain(event.currentTarget.checked)}
          />
        )}
      </div>
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      <div className={styles.buttons}>
        <Button loading={isBusy} disabled={!chosen} onClick={() => void save()}>
          {text('assign.save')}
        </Button>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {text('form.cancel')}
        </Button>
      </div>
    </Modal>
  );
}

/** What was refused, whatever the field. */
function reasonOf(error: Error): string {
  const { body } = error as { body?: { errors?: unknown } };
  const told = body?.errors;
  if (typeof told !== 'object' || told === null) return error.message;
  return Object.values(told).flat().map(String).join(' ');
}
