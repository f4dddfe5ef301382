import { type Icon, IconCirclePlus, IconForms, IconPencil, IconPlugConnectedX, IconTrash } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { ModelMeta } from '../../src/surfaces/meta/contract.ts';
import type { TextKey } from '../texts/text.ts';
import type { BulkDialogProperties } from './bulk-dialog-properties.ts';
import { componentLists } from './component-lists.ts';

/** Something that can be done with many objects of a list at once. */
export interface BulkAction {
  readonly name: string;
  readonly label: TextKey;
  readonly icon: Icon;
  readonly dangerous?: true;
  /** What the user must be allowed to do with the model's objects: `delete`. */
  readonly permission: 'add' | 'change' | 'delete';
  fits(model: ModelMeta): boolean;
  load(): Promise<{ default: ComponentType<BulkDialogProperties> }>;
}

/** In the order in which they are offered. */
export const bulkActions: readonly BulkAction[] = [
  {
    name: 'edit',
    label: 'bulk.edit',
    icon: IconPencil,
    permission: 'change',
    fits: ({ form }) => form,
    load: async () => ({ default: (await import('./bulk-edit.tsx')).BulkEdit }),
  },
  {
    name: 'rename',
    label: 'bulk.rename',
    icon: IconForms,
    permission: 'change',
    fits: ({ fields, form }) => form && fields.some(({ name, view }) => name === 'name' && view === 'text'),
    load: async () => ({ default: (await import('./bulk-rename.tsx')).BulkRename }),
  },
  {
    name: 'components',
    label: 'bulk.components',
    icon: IconCirclePlus,
    permission: 'change',
    fits: (model) => componentLists(model).length > 1,
    load: async () => ({ default: (await import('./bulk-components.tsx')).BulkComponents }),
  },
  {
    name: 'disconnect',
    label: 'bulk.disconnect',
    icon: IconPlugConnectedX,
    permission: 'change',
    fits: ({ fields }) => ['cable', 'link_peers'].every((name) => fields.some((field) => field.name === name)),
    load: async () => ({ default: (await import('./bulk-disconnect.tsx')).BulkDisconnect }),
  },
  {
    name: 'delete',
    label: 'bulk.delete',
    icon: IconTrash,
    dangerous: true,
    permission: 'delete',
    fits: () => true,
    load: async () => ({ default: (await import('./bulk-delete.tsx')).BulkDelete }),
  },
];
