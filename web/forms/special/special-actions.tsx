import { Button, Menu } from '@mantine/core';
import { IconBinaryTree, IconStack2 } from '@tabler/icons-react';
import { type ComponentType, lazy, Suspense, useState } from 'react';
import type { ModelMeta } from '../../../src/surfaces/meta/contract.ts';
import type { RestObject } from '../../api/rest.ts';
import { useModels } from '../../meta/use-models.ts';
import { may } from '../../session/may.ts';
import { useSession } from '../../session/use-session.ts';
import { type TextKey, text } from '../../texts/text.ts';
import { permissionTo } from '../permission-to.ts';
import { type Allocation, allocations } from './allocations.ts';

const Allocate = lazy(async () => ({ default: (await import('./allocate.tsx')).Allocate }));
const AssignAddress = lazy(async () => ({ default: (await import('./assign-object.tsx')).AssignAddress }));
const AssignMac = lazy(async () => ({ default: (await import('./assign-object.tsx')).AssignMac }));
const ClusterDevices = lazy(async () => ({ default: (await import('./cluster-devices.tsx')).ClusterDevices }));
const ChassisMembers = lazy(async () => ({ default: (await import('./chassis-members.tsx')).ChassisMembers }));

interface Properties {
  readonly model: ModelMeta;
  readonly object: RestObject;
}

interface ActionDialog {
  readonly label: TextKey;
  /** What those who use it may change: objects of this model, of the object's own unless said. */
  readonly changes?: string;
  readonly Dialog: ComponentType<Properties & { readonly onClose: () => void }>;
}

const address: ActionDialog = { label: 'assign.address', changes: 'ipam.ipaddress', Dialog: AssignAddress };
const mac: ActionDialog = { label: 'assign.mac', changes: 'dcim.macaddress', Dialog: AssignMac };

/** Dialogs that objects of some models have, by the model. */
const dialogs: Readonly<Record<string, readonly ActionDialog[]>> = {
  'dcim.interface': [address, mac],
  'dcim.virtualchassis': [{ label: 'members.open', Dialog: ChassisMembers }],
  'ipam.fhrpgroup': [address],
  'virtualization.cluster': [{ label: 'clusterDevices.open', changes: 'dcim.device', Dialog: ClusterDevices }],
  'virtualization.vminterface': [address, mac],
};

/** What only objects of some models can do: give away what is free, take members in. */
export function SpecialActions({ model, object }: Properties) {
  const { user } = useSession();
  const { byId } = useModels();
  const [allocation, setAllocation] = useState<Allocation>();
  const [open, setOpen] = useState<ActionDialog>();
  const offered = (allocations[model.id] ?? []).filter(
    (one) => byId.has(one.model) && may(user, permissionTo('add', one.model)),
  );
  const usable = (dialogs[model.id] ?? []).filter(({ changes = model.id }) =>
    may(user, permissionTo('change', changes)),
  );
  const close = () => setAllocation(undefined);
  return (
    <>
      {offered.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" leftSection={<IconBinaryTree size={14} />}>
              {text('allocate.open')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {offered.map((one) => (
              <Menu.Item key={one.path} onClick={() => setAllocation(one)}>
                {text(one.label)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {usable.map((dialog) => (
        <Button
          key={dialog.label}
          variant="default"
          leftSection={<IconStack2 size={14} />}
          onClick={() => setOpen(dialog)}
        >
          {text(dialog.label)}
        </Button>
      ))}
      <Suspense fallback={null}>
        {allocation && <Allocate model={model} object={object} allocation={allocation} onClose={close} />}
        {open && <open.Dialog model={model} object={object} onClose={() => setOpen(undefined)} />}
      </Suspense>
    </>
  );
}
