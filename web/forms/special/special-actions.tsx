import { Button, Menu } from '@mantine/core';
import { IconBinaryTree, IconStack2 } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import type { ModelMeta } from '../../../src/surfaces/meta/contract.ts';
import type { RestObject } from '../../api/rest.ts';
import { useModels } from '../../meta/use-models.ts';
import { may } from '../../session/may.ts';
import { useSession } from '../../session/use-session.ts';
import { text } from '../../texts/text.ts';
import { permissionTo } from '../permission-to.ts';
import { type Allocation, allocations } from './allocations.ts';

const Allocate = lazy(async () => ({ default: (await import('./allocate.tsx')).Allocate }));
const ChassisMembers = lazy(async () => ({ default: (await import('./chassis-members.tsx')).ChassisMembers }));

interface Properties {
  readonly model: ModelMeta;
  readonly object: RestObject;
}

/** Dialogs that objects of one model have, by the model; who changes the object may use them. */
const dialogs = {
  'dcim.virtualchassis': { label: 'members.open', Dialog: ChassisMembers },
} as const;

/** What only objects of some models can do: give away what is free, take members in. */
export function SpecialActions({ model, object }: Properties) {
  const { user } = useSession();
  const { byId } = useModels();
  const [allocation, setAllocation] = useState<Allocation>();
  const [open, setOpen] = useState(false);
  const offered = (allocations[model.id] ?? []).filter(
    (one) => byId.has(one.model) && may(user, permissionTo('add', one.model)),
  );
  const dialog = dialogs[model.id as keyof typeof dialogs];
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
      {dialog && may(user, permissionTo('change', model.id)) && (
        <Button variant="default" leftSection={<IconStack2 size={14} />} onClick={() => setOpen(true)}>
          {text(dialog.label)}
        </Button>
      )}
      <Suspense fallback={null}>
        {allocation && <Allocate model={model} object={object} allocation={allocation} onClose={close} />}
        {dialog && open && <dialog.Dialog model={model} object={object} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  );
}
