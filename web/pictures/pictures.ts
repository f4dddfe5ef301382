import { type ComponentType, lazy } from 'react';
import type { RestObject } from '../api/rest.ts';
import type { PictureProperties } from './picture-properties.ts';

interface Picture {
  /** About how many lines of a panel it is high, for each object where that differs. */
  readonly lines: number | ((object: RestObject) => number);
  /** Fields that it shows, and that need no panel of their own. */
  readonly instead?: readonly string[];
  readonly Panel: ComponentType<PictureProperties>;
}

/** A unit of a rack beside a line of a panel. */
const unitLines = 0.68;

const rack = async () => import('./rack/rack-panel.tsx');
const power = lazy(async () => ({ default: (await import('./utilization-panel.tsx')).UtilizationPanel }));
const space = lazy(async () => ({ default: (await import('./space/space-panel.tsx')).SpacePanel }));

/** The panels that no declaration could make, by model: the one place where the interface knows models by name. */
export const pictures: Readonly<Record<string, Picture>> = {
  'core.objectchange': {
    lines: 12,
    instead: ['prechange_data', 'postchange_data'],
    Panel: lazy(async () => ({ default: (await import('../detail/changes/change-panel.tsx')).ChangePanel })),
  },
  'core.job': {
    lines: 4,
    instead: ['log_entries'],
    Panel: lazy(async () => ({ default: (await import('./job/job-panel.tsx')).JobPanel })),
  },
  'dcim.rack': {
    lines: ({ u_height: units }) => 3 + unitLines * Number(units ?? 42),
    Panel: lazy(async () => ({ default: (await rack()).RackPanel })),
  },
  // Of the rack's height a device says nothing.
  'dcim.device': {
    lines: ({ rack }) => (rack ? 18 : 0),
    Panel: lazy(async () => ({ default: (await rack()).DeviceRackPanel })),
  },
  'dcim.cable': {
    lines: 9,
    Panel: lazy(async () => ({ default: (await import('./trace/cable-panel.tsx')).CablePanel })),
  },
  'dcim.site': {
    lines: 10,
    Panel: lazy(async () => ({ default: (await import('./map/site-map-panel.tsx')).SiteMapPanel })),
  },
  'dcim.powerfeed': { lines: 1, Panel: power },
  'dcim.powerpanel': { lines: 1, Panel: power },
  'ipam.prefix': { lines: 13, Panel: space },
  'ipam.aggregate': { lines: 13, Panel: space },
};
