import { type ComponentType, lazy } from 'react';
import type { AttachedMeta, ModelMeta } from '../../../src/surfaces/meta/contract.ts';
import type { PictureProperties } from '../../pictures/picture-properties.ts';
import { traceKind } from '../../pictures/trace/trace-data.ts';
import type { TextKey } from '../../texts/text.ts';

/** A part of an object's page with an address of its own. */
export interface DetailTab {
  /** The last step of its address, as NetBox has it; empty for the object itself. */
  readonly path: string;
  readonly label: TextKey;
  /** What is attached to the object and counted here. */
  readonly kind?: AttachedMeta['kind'];
  readonly Content?: ComponentType<PictureProperties>;
}

const overview: DetailTab = { path: '', label: 'tab.overview' };

const tabs: readonly (DetailTab & { readonly shows: (model: ModelMeta) => boolean })[] = [
  {
    path: 'trace',
    label: 'trace.title',
    shows: (model) => traceKind(model) !== undefined,
    Content: lazy(async () => ({ default: (await import('../../pictures/trace/trace-tab.tsx')).TraceTab })),
  },
  {
    path: 'config-context',
    label: 'tab.configContext',
    shows: hasContext,
    Content: lazy(async () => ({ default: (await import('./config-context-tab.tsx')).ConfigContextTab })),
  },
  {
    path: 'render-config',
    label: 'tab.renderedConfig',
    shows: hasContext,
    Content: lazy(async () => ({ default: (await import('./rendered-config-tab.tsx')).RenderedConfigTab })),
  },
  {
    path: 'contacts',
    label: 'tab.contacts',
    kind: 'contacts',
    shows: () => true,
    Content: lazy(async () => ({ default: (await import('./contacts-tab.tsx')).ContactsTab })),
  },
  {
    path: 'image-attachments',
    label: 'tab.images',
    kind: 'images',
    shows: () => true,
    Content: lazy(async () => ({ default: (await import('./images-tab.tsx')).ImagesTab })),
  },
  {
    path: 'journal',
    label: 'tab.journal',
    kind: 'journal',
    shows: () => true,
    Content: lazy(async () => ({ default: (await import('./journal-tab.tsx')).JournalTab })),
  },
  {
    path: 'changelog',
    label: 'tab.changes',
    kind: 'changes',
    shows: () => true,
    Content: lazy(async () => ({ default: (await import('./changes-tab.tsx')).ChangesTab })),
  },
];

function hasContext({ fields }: ModelMeta): boolean {
  return fields.some(({ name }) => name === 'config_context');
}

/** The tabs of a model's pages, of those that the attached kinds allow. */
export function detailTabs(model: ModelMeta, attached: readonly AttachedMeta[]): readonly DetailTab[] {
  return [
    overview,
    ...tabs.filter(
      ({ kind, shows }) =>
        shows(model) && (!kind || attached.some((one) => one.kind === kind && model.features.includes(one.feature))),
    ),
  ];
}
