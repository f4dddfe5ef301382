import { type Icon, IconTrash } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { ModelMeta } from '../../src/surfaces/meta/contract.ts';
import type { TextKey } from '../texts/text.ts';
import type { BulkDialogProperties } from './bulk-dialog-properties.ts';

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
    name: 'delete',
    label: 'bulk.delete',
    icon: IconTrash,
    dangerous: true,
    permission: 'delete',
    fits: () => true,
    load: async () => ({ default: (await import('./bulk-delete.tsx')).BulkDelete }),
  },
];
